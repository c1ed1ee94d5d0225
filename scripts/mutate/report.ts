import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutants";

/** A mutant with what became of it. */
export interface Finding extends Mutant {
  readonly fate: "failed" | "ended" | "survived" | "not reached";
  readonly by?: string;
}

const path = join(process.cwd(), "reports/mutation.json");

export const isCaught = ({ fate }: Finding): boolean => fate === "failed" || fate === "ended";

/** What a mutant is known by from one run to the next, as long as its file stays as it is. */
export const keyOf = ({ file, line, column, name, to }: Mutant): string => `${file}:${line}:${column} ${name} ${to}`;

/** The findings of the last run; none where there was none. */
export function lastFindings(): Finding[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Finding[]) : [];
}

export function save(findings: readonly Finding[]): void {
  mkdirSync(join(process.cwd(), "reports"), { recursive: true });
  const lines = findings.map((finding) => JSON.stringify(finding));
  writeFileSync(path, `[\n${lines.join(",\n")}\n]\n`);
}

/** Says one line of what the command is asked for. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const short = (text: string): string => text.replaceAll(/\s+/g, " ").slice(0, 60);

/** Prints what was left alive, and the score of every file. */
export function printTable(findings: readonly Finding[]): void {
  for (const { file, line, column, from, name, to, fate } of findings.filter((f) => !isCaught(f)))
    say(`${file}:${line}:${column}  ${name}: ${short(from)} → ${short(to)} (${fate})`);
  const row = (name: string, own: readonly Finding[]): void => {
    const caught = own.filter(isCaught).length;
    const score = ((100 * caught) / own.length).toFixed(1);
    say(`${name.padEnd(40)} ${String(own.length).padStart(6)} ${String(caught).padStart(6)} ${score.padStart(6)} %`);
  };
  say(`\n${"file".padEnd(40)} changes caught  score`);
  for (const file of [...new Set(findings.map((f) => f.file))])
    row(
      file,
      findings.filter((f) => f.file === file),
    );
  row("all", findings);
}
