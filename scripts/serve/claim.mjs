import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../base/paths.mjs";
import { birthOf, commandOf, isAlive, parentOf, until } from "../base/process.mjs";
import { Trouble, troubleWith } from "../base/trouble.mjs";

/**
 * One run a folder: `.data/run.json` names the process that holds it. A note whose process is gone, or whose number went
 * to another process since, is what a killed run left.
 */
const note = join(dataFolder, "run.json");

function readNote() {
  try {
    return JSON.parse(readFileSync(note, "utf8"));
  } catch {
    return undefined;
  }
}

const isRunning = ({ pid, birth }) => isAlive(pid) && birthOf(pid) === birth;

/** The run that holds this folder now. */
export function currentRun() {
  const holder = readNote();
  return holder && holder.pid !== process.pid && isRunning(holder) ? holder : undefined;
}

/** The npm that started us; a shell may stand between. Nothing where we were started otherwise. */
export function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined;
  let pid = parentOf(process.pid);
  if (/^\S*sh -c/.test(commandOf(pid))) pid = parentOf(pid);
  return pid > 1 ? { pid, birth: birthOf(pid) } : undefined;
}

/** A run whose npm was killed is about to end by itself: it is worth a moment's patience. */
async function waitForOrphan(holder) {
  if (!holder.npm || isRunning(holder.npm)) return;
  await until(() => !isRunning(holder), 20_000);
}

function makeDataFolder() {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw troubleWith("The folder for the data cannot be made", error);
  }
}

function writeNote(content) {
  const text = JSON.stringify(content);
  try {
    writeFileSync(note, text, { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw troubleWith("The folder for the data cannot be written", error);
  }
}

/**
 * Claims the folder for this run.
 *
 * @param {string} address  what to tell a second start
 * @returns {Promise<{ afterCrash: boolean, release: () => void }>}
 */
export async function claimFolder(address) {
  makeDataFolder();
  const before = readNote();
  if (before) await waitForOrphan(before);
  const holder = currentRun();
  if (holder)
    throw new Trouble(`Nabla already runs here, or is just starting, at ${holder.address} (process ${holder.pid}).`);
  rmSync(note, { force: true });
  const mine = { pid: process.pid, birth: birthOf(process.pid), npm: npmAbove(), address };
  if (!writeNote(mine)) throw new Trouble("Another start of Nabla is under way here.");
  const release = () => {
    if (readNote()?.pid === process.pid) rmSync(note, { force: true });
  };
  return { afterCrash: before !== undefined, release };
}
