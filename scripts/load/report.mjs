import { spawnSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { root } from "../base/paths.mjs";

/** What every output begins with: what, when, on what, and of which commit. */
export function printHead(name, options) {
  const asked = Object.entries(options).map(([option, value]) => `${option} ${value}`);
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  console.log(`load ${name}: ${asked.join(", ")}`);
  console.log(
    `${new Date().toISOString()}, ${cpus().length} × ${cpus()[0]?.model}, ${gigabytes} GB, Node ${process.version}, load before ${loadavg()[0].toFixed(1)}, commit ${commit()}`,
  );
}

function commit() {
  const git = (...words) => spawnSync("git", words, { cwd: root, encoding: "utf8" }).stdout?.trim();
  const changed = git("status", "--porcelain", "--untracked-files=no");
  return `${git("rev-parse", "--short", "HEAD") ?? "unknown"}${changed ? " with changes" : ""}`;
}

const round = (milliseconds) => (Number.isFinite(milliseconds) ? String(Math.round(milliseconds)) : "–");

/** A table of rates: each row is `{ what, offered, served, times, errors }`, rates in a second and times in milliseconds. */
export function printRates(rows) {
  console.log("| what | offered /s | served /s | p50 ms | p95 ms | p99 ms | errors |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const { what, offered, served, times, errors } of rows) {
    const { p50, p95, p99 } = times;
    const cells = [what, offered.toFixed(1), served.toFixed(1), round(p50), round(p95), round(p99), errors];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

/**
 * Says of each promise whether it was kept.
 *
 * @param {{ promise: string, isKept: boolean, found: string }[]} promises
 * @returns {boolean} whether all were
 */
export function printPromises(promises) {
  for (const { promise, isKept, found } of promises)
    console.log(`${isKept ? "kept  " : "BROKEN"} ${promise}: ${found}`);
  return promises.every(({ isKept }) => isKept);
}
