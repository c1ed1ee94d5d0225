import { parse, toTex } from "../expr";
import { sentence } from "../feedback";
import { readFigure } from "../figures";
import type { AnswerKey, Graded } from "../grade";
import {
  type ClaimRow,
  type ClaimsPart,
  type DerivationPart,
  type LessonPart,
  type Place,
  recordOfDerivation,
  recordOfRow,
  type Surroundings,
} from "../problems";
import type { Findings } from "./finding";
import { keyOf, sentenceOf, show, verdictOn } from "./grading";
import { checkMarkdown, checkTex } from "./prose";

/** What was found in a text made of parts. */
export interface PartsChecked {
  /** Formulas that were graded. */
  readonly claims: number;
  /** All that is said beside the blocks. */
  readonly words: string;
}

/** Grades every formula of a text's blocks and reads the rest. `start` is where the text begins. */
export function checkParts(
  parts: readonly LessonPart[],
  start: Place,
  around: Surroundings,
  findings: Findings,
): PartsChecked {
  const words: string[] = [];
  let claims = 0;
  for (const part of parts) {
    const at = lineIn(start, part.line);
    if (part.kind === "prose") words.push(checkMarkdown(part.markdown, at, findings));
    if (part.kind === "definition") checkTex(part.tex, at, findings);
    if (part.kind === "figure") checkFigure(part.fields, at, findings);
    if (part.kind === "claims") claims += checkClaims(part, start, around, findings);
    if (part.kind === "derivation") claims += checkDerivation(part, at, around, findings);
  }
  return { claims, words: words.join(" ") };
}

function lineIn({ path, line }: Place, inside: number): Place {
  return { path, line: line + inside - 1 };
}

function checkFigure(fields: unknown, at: Place, findings: Findings): void {
  const figure = readFigure(fields);
  if (!figure.ok) findings.add(at, `figure: ${sentence(figure.error)}`);
}

function checkClaims(part: ClaimsPart, start: Place, around: Surroundings, findings: Findings): number {
  for (const [k, row] of part.rows.entries())
    checkRow(row, part, lineIn(start, part.rowLines[k] ?? part.line), around, findings);
  return part.rows.length;
}

/** The answers of a row, each with what its verdict must say. */
function answersOf(row: ClaimRow): [answer: ClaimAnswer, isAsClaimed: (verdict: Graded) => boolean][] {
  if ("equal" in row) return [[row.equal, ({ numerator }) => numerator]];
  if ("slip" in row) return [[row.slip, ({ numerator, denominator }) => !numerator && !denominator]];
  if (row.answer !== undefined) return [[row.answer, ({ numerator, denominator }) => numerator && denominator]];
  return [
    [row.numerator ?? "", ({ numerator }) => numerator],
    [row.denominator ?? "", ({ denominator }) => denominator],
  ];
}

type ClaimAnswer = string | string[] | Record<string, string>;

function checkRow(row: ClaimRow, part: ClaimsPart, at: Place, around: Surroundings, findings: Findings): void {
  const record = recordOfRow(row, part, around);
  const key = keyOf(record);
  if (typeof key === "string") {
    findings.add(at, `claim: ${key}`);
    return;
  }
  const { why: _, ...shown } = row;
  checkShown(Object.values(shown), key, at, findings);
  for (const [answer, isAsClaimed] of answersOf(row)) {
    const verdict = verdictOn(answer, record, key);
    if (verdict.status === "graded" && isAsClaimed(verdict)) continue;
    const claimed = "slip" in row ? "a slip must be wrong in both layouts, but " : "";
    findings.add(at, `claim: ${claimed}${show(answer)} is ${sentenceOf(verdict)}`);
  }
}

/** What is shown of a block is set from its trees: every expression that can be read can be typeset. */
function checkShown(texts: readonly unknown[], key: AnswerKey, at: Place, findings: Findings): void {
  const { vocabulary } = (key.truth ?? key).scope;
  for (const text of texts) {
    const tree = typeof text === "string" ? parse(text, "text", vocabulary) : undefined;
    if (tree?.ok) checkTex(toTex(tree.value), at, findings);
  }
}

function checkDerivation(part: DerivationPart, at: Place, around: Surroundings, findings: Findings): number {
  const record = recordOfDerivation(part, around);
  const key = keyOf(record);
  if (typeof key === "string") findings.add(at, `derivation: ${key}`);
  else {
    checkShown([record.function, ...part.lines], key, at, findings);
    const verdict = verdictOn(part.lines, record, key);
    const right = verdict.status === "graded" && (verdict.numerator || verdict.denominator);
    if (!right) findings.add(at, `derivation: ${sentenceOf(verdict)}`);
  }
  return part.lines.length;
}
