import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

import { timeClaims, wrongClaims } from "./bench/claims";
import { measure, type Times } from "./bench/measure";
import { type Pair, pairs } from "./bench/pairs";
import { type Peer, peers } from "./bench/peers";
import { root } from "./bench/root";
import { timeFirstVerdict } from "./bench/start";

/** `npm run bench`: how fast the grader is, warm and on one core, and how often it and its peers are wrong. */

const round = (value: number, digits = 3): string => (Number.isFinite(value) ? value.toFixed(digits) : "–");

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, k) => Math.max(title.length, ...rows.map((row) => (row[k] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join("  ");
  console.log(["", line(head), widths.map((w) => "─".repeat(w)).join("  "), ...rows.map(line)].join("\n"));
}

/** Every pair is asked several times, since most peers draw anew each time: one wrong word counts. */
function judge(peer: Peer, kind: Pair["kind"]): { wrongly: string[]; silent: number } {
  const own = pairs.filter((pair) => pair.kind === kind);
  const wrongly: string[] = [];
  let silent = 0;
  for (const pair of own) {
    const said = Array.from({ length: 10 }, () => attempt(peer, pair));
    if (said.some((word) => word !== undefined && word !== pair.equal))
      wrongly.push(`${pair.reference} ≟ ${pair.answer}`);
    else if (said.some((word) => word === undefined)) silent++;
  }
  return { wrongly, silent };
}

function attempt(peer: Peer, pair: Pair): boolean | undefined {
  try {
    return peer.says(pair);
  } catch {
    return undefined;
  }
}

/** Rounds before a pair is timed: after so many, the times of every peer have stopped falling. */
const steady = 300;

function comparePeers(kind: Pair["kind"]) {
  const own = pairs.filter((pair) => pair.kind === kind);
  const able = peers.filter((peer) => peer.kinds.includes(kind));
  const timed = (peer: Peer, equal: boolean): Times => {
    const work = own.filter((pair) => pair.equal === equal).map((pair) => () => attempt(peer, pair));
    return measure(work, 30, steady);
  };
  const rows = able.map((peer) => ({
    name: peer.name,
    right: timed(peer, true),
    wrong: timed(peer, false),
    ...judge(peer, kind),
  }));
  const ours = (rows[0] as (typeof rows)[number]).right.median;
  table(
    [
      `${kind} pairs (${own.length})`,
      "right, median ms",
      "ratio to ours",
      "wrong, median ms",
      "wrong verdicts",
      "none",
    ],
    rows.map(({ name, right, wrong, wrongly, silent }) => [
      name,
      round(right.median, 4),
      round(right.median / ours, 2),
      round(wrong.median, 4),
      String(wrongly.length),
      String(silent),
    ]),
  );
  return rows;
}

const claims = timeClaims();
table(
  ["grading, one core, warm", "records", "per second", "median ms", "p99 ms"],
  Object.entries(claims).map(([name, t]: [string, Times]) => [
    name,
    String(t.count),
    round(t.perSecond, 0),
    round(t.median),
    round(t.p99, 2),
  ]),
);
const wrong = wrongClaims();
const first = Math.min(await timeFirstVerdict(), await timeFirstVerdict());
console.log(
  `\nwrong verdicts on the seed claims: ${wrong}\nfirst verdict of npm run --silent grade: ${round(first, 0)} ms`,
);

const matrix = comparePeers("matrix");
const scalar = comparePeers("scalar");

mkdirSync(join(root, "reports"), { recursive: true });
const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown" };
const report = { machine, claims, wrongClaims: wrong, firstVerdict: first, peers: { scalar, matrix } };
writeFileSync(join(root, "reports/bench.json"), `${JSON.stringify(report, null, 2)}\n`);
