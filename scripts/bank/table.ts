import type { TopicReport } from "../../lib/audit";

const columns = ["topic", "problems", "kinds", "variants", "mutants refused", "claims"];

/** Prints one line a topic, and a last one for all. */
export function printTable(reports: readonly TopicReport[]): void {
  const rows = reports.map(({ topic, problems, kinds, variants, mutants, claims }) => [
    topic.id,
    String(problems.length),
    kinds.join(" "),
    String(variants),
    String(mutants),
    String(claims),
  ]);
  const sum = (of: (report: TopicReport) => number): string =>
    String(reports.reduce((total, report) => total + of(report), 0));
  const last = [
    `${reports.length} topics`,
    sum(({ problems }) => problems.length),
    String(new Set(reports.flatMap(({ kinds }) => kinds)).size),
    sum(({ variants }) => variants),
    sum(({ mutants }) => mutants),
    sum(({ claims }) => claims),
  ];
  const all = [columns, ...rows, last];
  const widths = columns.map((_, k) => Math.max(...all.map((row) => row[k]?.length ?? 0)));
  const isNumber = (k: number): boolean => k !== 0 && k !== 2;
  const cell = (text: string, k: number): string =>
    isNumber(k) ? text.padStart(widths[k] ?? 0) : text.padEnd(widths[k] ?? 0);
  process.stdout.write(`${all.map((row) => row.map(cell).join("  ").trimEnd()).join("\n")}\n`);
}
