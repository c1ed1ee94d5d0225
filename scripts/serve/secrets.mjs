import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../base/paths.mjs";
import { Trouble, troubleWith } from "../base/trouble.mjs";

/** In characters; what we make ourselves has 43. */
const shortest = 32;

/** The secrets of an installation: sessions are signed with the first, points and variants are drawn from the second. */
const secrets = [
  { name: "AUTH_SECRET", olderName: "NEXTAUTH_SECRET", file: "nextauth-secret" },
  { name: "NABLA_SECRET", file: "nabla-secret" },
];

/**
 * The secrets that the server is told: from the environment, or made once and kept where only this user can read them. A
 * server for real work beside a database of its own must be given them, because every server over that database needs the
 * same ones, and a machine that is made anew would lose what it made up.
 *
 * @param {{ env: Record<string, string | undefined>, mustBeGiven: boolean, folder?: string }} settings
 * @returns {Record<string, string>}
 */
export function secretsOf({ env, mustBeGiven, folder = dataFolder }) {
  return Object.fromEntries(secrets.map((secret) => [secret.name, secretOf(secret, { env, mustBeGiven, folder })]));
}

function secretOf({ name, olderName, file }, { env, mustBeGiven, folder }) {
  const given = env[name] || env[olderName];
  if (given) return longEnough(name, given);
  if (!mustBeGiven) return kept(join(folder, file));
  throw new Trouble(
    `${name} is not set. With a database of your own (DATABASE_URL), give every server over it the same ${name} of at least ${shortest} characters, for instance out of: openssl rand -base64 32. With DEMO=1 Nabla makes one up.`,
  );
}

function longEnough(name, given) {
  if (given.length >= shortest) return given;
  throw new Trouble(`${name} is too short: it has ${given.length} characters, and at least ${shortest} are needed.`);
}

function kept(file) {
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST") throw troubleWith("A secret cannot be kept", error);
  }
  return readFileSync(file, "utf8").trim();
}
