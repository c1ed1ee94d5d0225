import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Trouble } from "../base/trouble.mjs";

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the account "postgres", which we make where it is
 * missing; where no account can be made, as "nobody".
 *
 * @typedef {{ uid: number, gid: number } | undefined} Account  nothing where we are not root
 */

function numbersOf(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
  );
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

function makeAccount() {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  return numbersOf("postgres");
}

/** Data that is there already keeps its owner. */
function ownerOf(data) {
  if (!existsSync(data)) return undefined;
  const { uid, gid } = statSync(data);
  return uid === 0 ? undefined : { uid, gid };
}

/**
 * @param {string} data  the folder of the data, which may be missing yet
 * @returns {Account}
 */
export function databaseAccount(data) {
  if (process.getuid?.() !== 0) return undefined;
  const account = ownerOf(data) ?? numbersOf("postgres") ?? makeAccount() ?? numbersOf("nobody");
  if (!account) throw new Trouble("PostgreSQL does not run as root, and no other account could be made for it.");
  return account;
}

/** True where the account may pass through every folder above the path. */
function canReach(path, { uid, gid }) {
  const folder = dirname(path);
  if (folder !== path && !canReach(folder, { uid, gid })) return false;
  if (!existsSync(folder)) return true;
  const { mode, uid: owner, gid: group } = statSync(folder);
  if (owner === uid) return (mode & 0o100) !== 0;
  if (group === gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/**
 * How to start a program as the account. Where the project lies in a folder that only root can enter (/root, say), the
 * program keeps the one capability that lets it read there, and nothing else of root.
 *
 * @param {Account} account
 * @param {string[]} paths  what the program must reach
 */
export function startingAs(account, program, args, paths) {
  if (!account) return { command: program, args, options: {} };
  if (paths.every((path) => canReach(path, account))) return { command: program, args, options: { ...account } };
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new Trouble(
      "PostgreSQL does not run as root, and its account cannot enter this folder; move the project, or start as another user.",
    );
  }
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  // Without the security bit, access(2) would look at the account alone, and initdb would not find its server.
  const bits = "--securebits=+no_setuid_fixup";
  const capability = [
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
    "--bounding-set=-all,+dac_override",
  ];
  return { command: "setpriv", args: [...identity, ...capability, bits, "--", program, ...args], options: {} };
}
