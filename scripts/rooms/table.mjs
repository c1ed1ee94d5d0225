/**
 * The rooms of the code and who may import whom: the one table that the import rules, the linter's list of pure rooms and
 * ARCHITECTURE.md agree with. A row speaks for every room it names; a room may always import itself.
 *
 * @typedef {object} Row
 * @property {string[]} rooms    the rooms that the row speaks for
 * @property {string[]} imports  the rooms they may import
 * @property {string[]} [types]  the rooms of which they may import types alone
 * @property {string} [note]     what the reader should know beside the names
 */

/** Rooms below the server: no framework, no database, no clock, no chance. */
export const pureRooms = [
  "base",
  "matrix",
  "expr",
  "shape",
  "evaluate",
  "diff",
  "grade",
  "feedback",
  "figures",
  "reference",
  "problems",
  "progress",
  "assess",
];

/** What a pure room may take from the registry: checking data, reading text as data, and a model of memory. */
export const purePackages = ["zod", "yaml", "ts-fsrs"];

/** Packages that one room keeps to itself, so that they can be exchanged in one place. */
export const ownedPackages = [
  { room: "progress", packages: ["ts-fsrs"] },
  { room: "tex", packages: ["katex", "remark-math"] },
  { room: "observe", packages: ["pino", "prom-client"] },
  { room: "store", packages: ["@prisma/client", "@prisma/adapter-pg", "pg"] },
  { room: "auth", packages: ["next-auth"] },
  { room: "jobs", packages: ["graphile-worker"] },
  { room: "pool", packages: ["piscina"] },
];

const belowServices = [...pureRooms, "tex", "audit", "observe", "store", "pool", "auth"];

/** @type {Row[]} */
export const table = [
  { rooms: ["base"], imports: [] },
  { rooms: ["matrix", "expr"], imports: ["base"] },
  { rooms: ["shape"], imports: ["base", "expr"] },
  { rooms: ["evaluate"], imports: ["base", "matrix", "expr", "shape"] },
  { rooms: ["diff"], imports: ["base", "matrix", "expr", "shape", "evaluate"] },
  { rooms: ["grade"], imports: ["base", "matrix", "expr", "shape", "evaluate", "diff"] },
  // Feedback words the live preview in the browser: grading must not come along with it.
  { rooms: ["feedback"], imports: ["base", "expr", "shape"], types: ["grade"] },
  // Figures compute the numbers they draw; they know no problem and no answer.
  { rooms: ["figures"], imports: ["base", "matrix", "expr", "shape", "evaluate", "diff"] },
  { rooms: ["reference"], imports: ["base", "expr"] },
  { rooms: ["problems"], imports: ["base", "expr", "shape", "grade", "feedback", "figures"] },
  { rooms: ["progress", "assess"], imports: ["base"] },
  { rooms: ["tex"], imports: ["base", "expr", "shape"], note: "KaTeX" },
  // A problem's own test, for the bank and for whoever publishes a problem.
  {
    rooms: ["audit"],
    imports: ["base", "matrix", "expr", "shape", "evaluate", "grade", "feedback", "figures", "problems", "tex"],
  },
  // What a server tells about itself; whatever works inside of it may.
  { rooms: ["observe"], imports: ["base"], note: "pino, prom-client" },
  { rooms: ["store"], imports: ["base", "observe"], note: "Prisma" },
  // Threads know how long work may take, and nothing of what it is.
  { rooms: ["pool"], imports: ["observe"], note: "Piscina" },
  { rooms: ["auth"], imports: ["base", "observe", "store"], note: "NextAuth" },
  { rooms: ["services"], imports: belowServices, note: "everything above" },
  // What a job does stands in services, where pages can ask for it too; jobs say when.
  { rooms: ["jobs"], imports: ["observe", "store", "services"], note: "graphile-worker" },
  {
    rooms: ["app"],
    imports: ["services", "auth", "observe", "tex", "base", "expr", "shape", "feedback", "figures", "reference"],
  },
  { rooms: ["e2e", "prisma"], imports: ["store", "auth", "problems", "services"] },
];

const topFolders = ["app", "e2e", "prisma"];

/** The folder of a room, as a path from the root. */
export function folderOf(room) {
  return topFolders.includes(room) ? room : `lib/${room}`;
}

/** The table as ARCHITECTURE.md shows it. */
export function tableAsMarkdown() {
  const rows = table.map(({ rooms, imports, types = [], note }) => {
    const everything = imports === belowServices;
    const names = everything ? [] : [...imports, ...types.map((room) => `${room} (types)`)];
    const listed = names.length > 0 ? names.join(", ") : everything ? note : "nothing";
    return `| ${rooms.join(", ")} | ${listed}${note && !everything ? `; ${note}` : ""} |`;
  });
  return ["| Room | may import |", "| --- | --- |", ...rows].join("\n");
}
