import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { run } from "../base/command.mjs";
import { commandOf, endProcess, folderOfProcess, isAlive, until } from "../base/process.mjs";
import { causeOf, Trouble } from "../base/trouble.mjs";
import { databaseAccount, startingAs } from "./account.mjs";
import { applicationUser, makeApplicationUser } from "./application.mjs";
import { postgresMajor, postgresPrograms } from "./programs.mjs";

/**
 * A PostgreSQL server of our own: its data, password and log in one folder, listening on loopback alone.
 *
 * @typedef {object} Cluster
 * @property {string} url               where the application connects, with its own rights
 * @property {string} ownerUrl          where whoever makes the tables connects
 * @property {number} pid
 * @property {Promise<void>} ended      settles when the server is gone, for whatever reason
 * @property {() => Promise<void>} stop ends it cleanly
 */

const user = "nabla";
const database = "nabla";

/** PostgreSQL's own words: smart, fast and immediate shutdown; we ask for the fast one and insist after a while. */
const farewell = [
  ["SIGINT", 20_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 2_000],
];

const lastLines = (text) => text.trim().split("\n").slice(-3).join(" ");

/** A port of the loopback address that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The lines of postmaster.pid: number, folder, start, port, socket folder, address, memory key, state. */
function postmaster(data) {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
}

const ownerPassword = (folder) => keepPassword(join(folder, "postgres-password"));
const applicationPassword = (folder) => keepPassword(join(folder, "application-password"));

/** Where to connect to the server over a folder that listens on this port. */
function urlsOf(folder, port) {
  const at = `127.0.0.1:${port}/${database}`;
  return {
    url: `postgresql://${applicationUser}:${applicationPassword(folder)}@${at}`,
    ownerUrl: `postgresql://${user}:${ownerPassword(folder)}@${at}`,
  };
}

/** Where to connect to the server that runs over a folder now; nothing where none does. */
export function urlsOfRunning(folder) {
  const note = postmaster(join(folder, "postgres"));
  return note ? urlsOf(folder, note[3]) : undefined;
}

/** A random password, readable by its owner alone, made once. */
function keepPassword(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Lays out the data in a folder beside, and moves it into place when it is whole: a broken-off start leaves no half. */
async function initialise(folder, data, password, account) {
  const { folder: native, initdb } = postgresPrograms();
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const secret = join(fresh, "..", "password.new");
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [fresh, secret]) chownSync(path, account.uid, account.gid);
  const settings = [`--pgdata=${fresh}`, `--username=${user}`, `--pwfile=${secret}`, "--auth=scram-sha-256"];
  const texts = [
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  const start = startingAs(account, initdb, [...settings, ...texts], [initdb, native, fresh]);
  const { status, output } = await run(start.command, start.args, { cwd: "/", ...start.options });
  rmSync(secret, { force: true });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Trouble(`The database could not be laid out in ${folder}: ${causeOf(output) ?? lastLines(output)}.`);
  }
  renameSync(fresh, data);
}

/** True where the process is a PostgreSQL server over this data, and not a stranger who got the same number later. */
function servesData(pid, data) {
  return isAlive(pid) && (folderOfProcess(pid) === data || commandOf(pid).includes(data));
}

/** Ends what a killed run left behind: its server, or only the note about it. */
export async function endOrphan(data) {
  const note = postmaster(data);
  if (!note) return;
  const pid = Math.abs(Number(note[0]));
  if (servesData(pid, data)) {
    if (!(await endProcess(pid, farewell)))
      throw new Trouble(`An earlier database (process ${pid}) does not stop; end it and start again.`);
  }
  rmSync(join(data, "postmaster.pid"), { force: true });
}

/** What PostgreSQL says while helpers of a server that was killed still end. */
const stillEnding = /.*pre-existing shared memory block.*/;

/** Starts the server over its data, once nothing of one that was killed is left. */
async function launch(...words) {
  let refused;
  const launched = await until(async () => {
    try {
      refused = undefined;
      return await launchOnce(...words);
    } catch (error) {
      refused = error;
      return !stillEnding.test(error.message);
    }
  }, 15_000);
  if (refused) throw refused;
  return launched;
}

/** Starts the server over its data and waits until it takes connections. */
async function launchOnce(folder, data, port, account, settings) {
  const { folder: native, postgres } = postgresPrograms();
  const options = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    ...settings,
  ];
  const args = ["-D", data, "-p", String(port), ...options.flatMap((option) => ["-c", option])];
  const start = startingAs(account, postgres, args, [postgres, native, join(data, "x")]);
  const logFile = join(folder, "postgres.log");
  const log = openSync(logFile, "w");
  // A session of its own: a Ctrl-C at the terminal reaches us alone, and we end the web server before its database.
  const child = spawn(start.command, start.args, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    ...start.options,
  });
  closeSync(log);
  let gone = false;
  const ended = new Promise((resolve) => {
    const settle = () => {
      gone = true;
      resolve();
    };
    child.once("exit", settle);
    child.once("error", settle);
  });
  const ready = () => gone || postmaster(data)?.[7]?.trim() === "ready";
  const inTime = await until(ready, 60_000);
  if (gone || !inTime) {
    const output = readFileSync(logFile, "utf8");
    if (!gone) child.kill("SIGQUIT");
    throw new Trouble(
      `The database did not start: ${stillEnding.exec(output)?.[0] ?? causeOf(output) ?? lastLines(output)} (log: ${logFile}).`,
    );
  }
  return { child, ended };
}

/** Makes the database and the application's role where they are missing. */
async function createDatabase(ownerUrl, password) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: ownerUrl.replace(/[^/]*$/, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    await makeApplicationUser(client, password);
  } finally {
    await client.end();
  }
}

function checkVersion(data) {
  const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const wanted = postgresMajor();
  if (found === wanted) return;
  throw new Trouble(`The data in ${data} belongs to PostgreSQL ${found}; this version of Nabla brings ${wanted}.`);
}

/**
 * Opens the cluster in a folder, made on first use. The caller holds the folder for itself: a server that still runs over
 * this data is taken for the orphan of a killed run and ended first.
 *
 * @param {string} folder  data, password and log live here
 * @param {string[]} [settings]  further settings of PostgreSQL, "name=value"
 * @param {number} [wanted]      the port to listen on; a free one where none is named
 * @returns {Promise<Cluster>}
 */
export async function openCluster(folder, settings = [], wanted = undefined) {
  const data = join(folder, "postgres");
  mkdirSync(folder, { recursive: true });
  const account = databaseAccount(data);
  await endOrphan(data);
  if (!existsSync(data)) await initialise(folder, data, ownerPassword(folder), account);
  checkVersion(data);
  const port = wanted ?? (await freePort());
  const { child, ended } = await launch(folder, data, port, account, settings);
  const urls = urlsOf(folder, port);
  const stop = async () => {
    if (child.pid && isAlive(child.pid)) await endProcess(child.pid, farewell);
    await ended;
  };
  await createDatabase(urls.ownerUrl, applicationPassword(folder)).catch(async (error) => {
    await stop();
    throw error;
  });
  return { ...urls, pid: child.pid ?? 0, ended, stop };
}
