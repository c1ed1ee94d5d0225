import type { Fault } from "../observe";

/** Codes of PostgreSQL, of the system and of Prisma, and what the driver says where it gives none. */
const signs: readonly (readonly [Fault, RegExp])[] = [
  ["disk-full", /^(53100|ENOSPC|EDQUOT|EROFS|25006)$|No space left on device|Read-only file system/],
  ["database-away", /^(08\w{3}|57P0[1-5]|53300|P1001|P1002|P1008|P1017|P2024|P2028)$/],
  ["database-away", /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)$/],
  ["database-away", /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/],
  [
    "database-away",
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/,
  ],
];

/** How deep an error is looked into: drivers wrap each other's. */
const deepest = 6;

/** What an error of anything that uses the database comes from. */
export function faultOf(error: unknown): Fault {
  const words = wordsIn(error, deepest);
  return signs.find(([, sign]) => words.some((word) => sign.test(word)))?.[0] ?? "defect";
}

const telling = ["code", "originalCode", "kind", "message", "originalMessage"];
const wrapping = ["cause", "meta", "driverAdapterError", "errors"];

function wordsIn(error: unknown, depth: number): readonly string[] {
  if (depth === 0 || typeof error !== "object" || error === null) return [];
  if (Array.isArray(error)) return error.flatMap((one) => wordsIn(one, depth - 1));
  const parts = error as Readonly<Record<string, unknown>>;
  const words = telling.map((name) => parts[name]).filter((word) => typeof word === "string");
  return [...words, ...wrapping.flatMap((name) => wordsIn(parts[name], depth - 1))];
}
