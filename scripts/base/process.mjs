import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** True while a process with this number exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The fields of /proc/PID/stat behind the command's name, or nothing where there is no /proc. */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** An ended process that its parent has not collected yet. */
function isZombie(pid) {
  return statFields(pid)[0] === "Z";
}

function ps(pid, field) {
  const { stdout } = spawnSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" });
  return (stdout ?? "").trim();
}

/** When a process began, as a text that no later process with the same number shares. */
export function birthOf(pid) {
  return statFields(pid)[19] ?? ps(pid, "lstart");
}

/** The process that started this one. */
export function parentOf(pid) {
  return Number(statFields(pid)[1] ?? ps(pid, "ppid"));
}

/** The words a process was started with. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return ps(pid, "args");
  }
}

/** The folder a process works in, where the system tells. */
export function folderOfProcess(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Waits for something to come true, and returns it; false where the time is up first. */
export async function until(condition, milliseconds) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (performance.now() > end) return false;
    await sleep(50);
  }
}

/** Ends a process, politely first: the signals in order, each with its patience. */
export async function endProcess(pid, signals) {
  for (const [signal, patience] of signals) {
    if (!isAlive(pid)) return true;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === "ESRCH") return true;
      throw error;
    }
    if (await until(() => !isAlive(pid), patience)) return true;
  }
  return !isAlive(pid);
}
