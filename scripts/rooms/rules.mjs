import { folderOf, ownedPackages, purePackages, pureRooms, table } from "./table.mjs";

/** Tests, and what stands in a folder for them, may use the test runner and Node: only the rules between rooms bind them. */
const testFiles = "([.]test[.]tsx?|/testing/[^/]+[.]ts)$";

/** Next wants this file of the app at the root. */
const proxy = "proxy[.]ts$";

const anyRoom = `^((lib/[^/]+|app|e2e|prisma)/|${proxy})`;
const inRooms = (rooms) => `^((${rooms.map(folderOf).join("|")})/${rooms.includes("app") ? `|${proxy}` : ""})`;
const packages = (names) => `(^|/)node_modules/(${names.join("|")})/`;

/** One rule a row: a room imports itself and what its row allows. */
function rowRule({ rooms, imports, types = [] }) {
  return rooms.map((room) => ({
    name: `${room}-imports`,
    comment: `${room} may import ${[...imports, ...types].join(", ") || "nothing"} (scripts/rooms/table.mjs).`,
    severity: "error",
    from: { path: inRooms([room]) },
    to: { path: anyRoom, pathNot: inRooms([room, ...imports, ...types]) },
  }));
}

/** Rooms of which a row may see the types alone. */
function typeRule({ rooms, types = [] }) {
  if (types.length === 0) return [];
  return rooms.map((room) => ({
    name: `${room}-imports-types-only`,
    comment: `${room} may import only types from ${types.join(", ")}.`,
    severity: "error",
    from: { path: inRooms([room]) },
    to: { path: inRooms(types), dependencyTypesNot: ["type-only"] },
  }));
}

function ownerRule({ room, packages: names }) {
  return {
    name: `only-${room}-imports-its-packages`,
    comment: `${names.join(", ")} belong to ${room}, so that they can be exchanged in one place.`,
    severity: "error",
    from: { path: anyRoom, pathNot: [inRooms([room]), testFiles] },
    to: { path: packages(names), pathNot: "[.]css$" },
  };
}

const doorRules = [
  {
    name: "lib-rooms-enter-by-the-door",
    comment: "A room is entered by its index.ts.",
    severity: "error",
    from: { path: "^lib/([^/]+)/" },
    to: { path: "^lib/[^/]+/", pathNot: ["^lib/$1/", "^lib/[^/]+/index[.]ts$", "^lib/[^/]+/testing/"] },
  },
  {
    name: "only-tests-use-test-helpers",
    comment: "What stands in a folder for tests is for tests, of whatever room.",
    severity: "error",
    from: { path: "^(lib|app)/", pathNot: testFiles },
    to: { path: "^lib/.*/testing/" },
  },
  {
    name: "others-enter-by-the-door",
    comment: "A room is entered by its index.ts.",
    severity: "error",
    from: { path: `^((app|e2e|prisma)/|${proxy})` },
    to: { path: "^lib/[^/]+/", pathNot: "^lib/[^/]+/index[.]ts$" },
  },
];

const pureRules = [
  {
    name: "pure-rooms-import-no-package",
    comment: `A pure room imports no package but ${purePackages.join(", ")}.`,
    severity: "error",
    from: { path: inRooms(pureRooms), pathNot: testFiles },
    to: { path: "(^|/)node_modules/", pathNot: packages(purePackages) },
  },
  {
    name: "pure-rooms-import-no-node",
    comment: "A pure room runs in a browser too: no Node built-in.",
    severity: "error",
    from: { path: inRooms(pureRooms), pathNot: testFiles },
    to: { dependencyTypes: ["core"] },
  },
];

const generalRules = [
  { name: "no-rings", comment: "No rings.", severity: "error", from: {}, to: { circular: true } },
  {
    name: "no-scripts-in-the-product",
    comment: "The product does not lean on the scripts that build it.",
    severity: "error",
    from: { path: "^(lib|app)/", pathNot: "[.]integration[.]test[.]ts$" },
    to: { path: "^scripts/" },
  },
  {
    name: "everything-resolves",
    comment: "An import that leads nowhere escapes every other rule.",
    severity: "error",
    from: { pathNot: testFiles },
    to: { couldNotResolve: true, pathNot: "^(@/lib/store/generated|[.]/generated)" },
  },
];

/** All import rules, in the notation of dependency-cruiser. */
export const forbidden = [
  ...table.flatMap(rowRule),
  ...table.flatMap(typeRule),
  ...doorRules,
  ...pureRules,
  ...ownedPackages.map(ownerRule),
  ...generalRules,
];
