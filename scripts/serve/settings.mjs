import { statfsSync } from "node:fs";
import { createServer } from "node:net";
import { root } from "../base/paths.mjs";
import { until } from "../base/process.mjs";
import { Trouble } from "../base/trouble.mjs";

/** Refuses a Node that is too old with a sentence instead of a stack. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Trouble(`Nabla needs Node 20.19 or later; this is ${process.version}.`);
}

/** The port to serve on: PORT, or 3000. */
export function readPort(env) {
  const text = env.PORT?.trim() || "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(`PORT must be a whole number from 1 to 65535, and it is "${text}".`);
}

function tryToListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) =>
      resolve(error.code === "EAFNOSUPPORT" || error.code === "EADDRNOTAVAIL" ? undefined : error),
    );
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

const listenError = async (port) =>
  (await tryToListen(port, "::")) ?? (await tryToListen(port, "0.0.0.0")) ?? tryToListen(port, "127.0.0.1");

/** Makes sure that the port is free; a web server that was orphaned a moment ago gets the time to end. */
export async function checkPort(port, patience) {
  let error;
  const free = await until(async () => {
    error = await listenError(port);
    return error === undefined;
  }, patience);
  if (free) return;
  if (error.code === "EACCES")
    throw new Trouble(`This user may not open port ${port}; choose a higher one: PORT=3000 npm start.`);
  throw new Trouble(`Port ${port} is taken by another program; choose another one: PORT=${port + 1} npm start.`);
}

/** Refuses to begin what the disk cannot hold. */
export function checkSpace(megabytes) {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= megabytes) return;
  throw new Trouble(`The disk is full: ${free} MB are free at ${root}, and about ${megabytes} MB are needed.`);
}
