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

/** How many answers of a storm the database holds. */
export function printAnswers({ stored }, { tally, acknowledged, sent }) {
  const longest = round(tally.times.longest);
  console.log(`${stored} stored of ${sent} different answers, ${acknowledged.length} receipts; longest ${longest} ms`);
}

/** What is promised of the answers of every storm, against what was found in the database. */
export function answersKept(found, { acknowledged, sent }) {
  const missing = sent - new Set(acknowledged.map(({ key }) => key)).size;
  return [
    {
      promise: "no submission is lost",
      isKept: found.lost + missing === 0,
      found: `${found.lost} receipts without a row, ${missing} answers without a receipt`,
    },
    {
      promise: "none is judged twice or not at all",
      isKept: found.doubled + found.gradedTwice + found.ungraded === 0,
      found: `${found.doubled} doubled, ${found.gradedTwice} graded twice, ${found.ungraded} not graded`,
    },
  ];
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
