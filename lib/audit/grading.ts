import type { Syntax } from "../expr";
import { report } from "../feedback";
import { type AnswerKey, grade, readProblem, type Verdict } from "../grade";
import type { AnswerText } from "../problems";

const keys = new Map<string, AnswerKey | string>();
const verdicts = new Map<string, Verdict>();

/** The key of a record, or why it has none. The same record is read once. */
export function keyOf(record: unknown): AnswerKey | string {
  const name = JSON.stringify(record);
  const known = keys.get(name);
  if (known !== undefined) return known;
  const read = readProblem(record);
  const key = read.ok ? read.value : sentenceOf({ status: "bad-problem", error: read.error });
  keys.set(name, key);
  return key;
}

/** The verdict on an answer. The same answer to the same problem is graded once. */
export function verdictOn(answer: AnswerText, record: unknown, key: AnswerKey, syntax: Syntax = "text"): Verdict {
  const name = JSON.stringify([record, answer, syntax]);
  const known = verdicts.get(name);
  if (known) return known;
  const verdict = grade({ text: answer, syntax }, key, `bank|${JSON.stringify(record)}`);
  verdicts.set(name, verdict);
  return verdict;
}

/** A verdict in a few words, for the author of a problem. */
export function sentenceOf(verdict: Verdict): string {
  const { error, message } = report(verdict) as { error?: { message: string; line?: number }; message?: string };
  if (error) return `${verdict.status}${error.line ? `, line ${error.line}` : ""}: ${error.message}`;
  if (verdict.status !== "graded") return `${verdict.status}: ${message}`;
  const { numerator, denominator, first_wrong: line, cells = {} } = verdict;
  const places = numerator ? (denominator ? "right in both layouts" : "right in numerator layout only") : undefined;
  const wrongCells = Object.keys(cells).filter((name) => !cells[name]);
  const where = line ? `, first at line ${line}` : wrongCells.length > 0 ? `, in ${wrongCells.join(", ")}` : "";
  return places ?? (denominator ? "right in denominator layout only" : `wrong in both layouts${where}`);
}

/** An answer as one line. */
export function show(answer: AnswerText): string {
  return typeof answer === "string" ? `"${answer}"` : JSON.stringify(answer);
}

/** Forgets the verdicts, so that a long run does not keep them all. */
export function forget(): void {
  keys.clear();
  verdicts.clear();
}
