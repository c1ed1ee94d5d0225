import { parse, toTex } from "../expr";
import type { AnswerKey, Graded, Verdict } from "../grade";
import {
  type AnswerText,
  type FieldPath,
  hasLayouts,
  type Place,
  type ProblemInstance,
  readParts,
  rightAnswers,
} from "../problems";
import { fixedSize } from "../shape";
import { checkParts } from "./blocks";
import type { Findings } from "./finding";
import { sentenceOf, show, verdictOn } from "./grading";
import { mutantsOf } from "./mutants";
import { checkMarkdown } from "./prose";

/** One draw of a problem, ready to be looked at. */
export interface Draw {
  readonly instance: ProblemInstance;
  readonly key: AnswerKey;
  readonly findings: Findings;
  /** Where a field is written. */
  at(...field: FieldPath): Place;
  /** Says what is wrong, and for which draw. */
  complain(field: FieldPath, message: string): void;
}

/** Checks all that a draw says, and returns how many formulas of its solution were graded. */
export function checkDraw(draw: Draw): number {
  checkRight(draw);
  checkSpoiled(draw);
  checkInput(draw);
  checkTexts(draw);
  return checkSolution(draw);
}

const isGraded = (verdict: Verdict): verdict is Graded => verdict.status === "graded";

/** The answers are right in their layouts, and the layouts can be told apart where that is not excused. */
function checkRight(draw: Draw): void {
  const { instance, complain } = draw;
  const { numerator, denominator } = rightAnswers(instance);
  if (instance.answer !== undefined) {
    const verdict = verdictFor(draw, instance.answer);
    if (!isGraded(verdict) || !verdict.numerator)
      complain(["answer"], `answer: ${show(instance.answer)} is ${sentenceOf(verdict)}`);
    return;
  }
  const first = verdictFor(draw, numerator);
  const second = verdictFor(draw, denominator);
  if (!isGraded(first) || !first.numerator) {
    complain(["answers", "numerator"], `numerator: ${show(numerator)} is ${sentenceOf(first)}`);
    return;
  }
  if (!isGraded(second) || !second.denominator) {
    complain(["answers", "denominator"], `denominator: ${show(denominator)} is ${sentenceOf(second)}`);
    return;
  }
  if (!hasLayouts(instance.problem.form)) return;
  if (first.denominator && instance.layouts !== "alike")
    complain(["answers"], "the two layouts cannot be told apart here: write layouts: alike, or change the problem");
  if (!first.denominator && instance.layouts === "alike")
    complain(["layouts"], "layouts: alike, but the two layouts can be told apart");
}

function verdictFor({ instance, key }: Draw, answer: AnswerText): Verdict {
  return verdictOn(answer, instance.problem, key);
}

/** The slips are wrong in both layouts. */
function checkSpoiled(draw: Draw): void {
  for (const [k, { answer }] of draw.instance.spoiled.entries()) {
    const verdict = verdictFor(draw, answer);
    if (isGraded(verdict) && !verdict.numerator && !verdict.denominator) continue;
    draw.complain(["spoiled", k], `spoiled: ${show(answer)} is ${sentenceOf(verdict)}`);
  }
}

/** A grid has as many cells in every draw as its field shows; an answer in LaTeX is read as the one in text is. */
function checkInput(draw: Draw): void {
  const { instance, key, complain } = draw;
  const { truth } = key;
  if (instance.input === "text") return;
  if (!truth) {
    complain(["input"], `input: the form ${instance.problem.form} is not typed as ${instance.input}`);
    return;
  }
  if (instance.input === "grid") {
    const fixed = truth.shapes.every(
      ({ rows, cols }) => fixedSize(rows) !== undefined && fixedSize(cols) !== undefined,
    );
    if (!fixed) complain(["input"], "input: a grid needs an answer whose sizes are numbers");
    return;
  }
  const answer = rightAnswers(instance).numerator;
  const tree = typeof answer === "string" ? parse(answer, "text", truth.scope.vocabulary) : undefined;
  if (!tree?.ok) return;
  const tex = toTex(tree.value);
  const verdict = verdictOn(tex, instance.problem, key, "latex");
  if (!isGraded(verdict) || !verdict.numerator)
    complain(["input"], `input: in LaTeX, ${show(tex)} is ${sentenceOf(verdict)}`);
}

/** Wrong answers made from the right ones are refused. Returns how many were. */
export function checkMutants(draw: Draw, turn: number): number {
  const { instance, key } = draw;
  const right = rightAnswers(instance);
  const layouts = instance.answers && !instance.layouts ? laidOut : laidOut.slice(0, 1);
  let refused = 0;
  for (const layout of layouts.filter((_, k) => turn === 1 || turn % 2 === k % 2 || layouts.length === 1)) {
    for (const { slip, answer } of mutantsOf(right[layout], instance, key)) {
      const verdict = verdictFor(draw, answer);
      if (isGraded(verdict) && !verdict[layout]) refused += 1;
      else draw.complain(["problem"], `${slip}: ${show(answer)} is wrong, but ${sentenceOf(verdict)}`);
    }
  }
  return refused;
}

const laidOut = ["numerator", "denominator"] as const;

function checkTexts({ instance, findings, at }: Draw): void {
  checkMarkdown(instance.statement, at("statement"), findings);
  checkMarkdown(instance.title, at("title"), findings);
  for (const [k, hint] of instance.hints.entries()) checkMarkdown(hint, at("hints", k), findings);
  for (const [k, { slip }] of instance.spoiled.entries()) checkMarkdown(slip, at("spoiled", k), findings);
  for (const [name, option] of Object.entries(instance.problem.options ?? {}))
    checkMarkdown(option, at("problem", "options", name), findings);
}

/** The formulas of the solution's blocks are right; what they leave out is the problem's own. */
function checkSolution({ instance, findings, at }: Draw): number {
  if (instance.solution === undefined) return 0;
  const start = at("solution");
  const { parts, errors } = readParts(instance.solution);
  // The text of a block scalar begins on the line after its mark.
  const text = { ...start, line: start.line + 1 };
  for (const { line, message } of errors) findings.add({ ...text, line: text.line + line - 1 }, message);
  const { variables, functions, where, function: source, wrt } = instance.problem;
  const around = {
    variables,
    ...(functions && { functions }),
    ...(where && { where }),
    ...(source !== undefined && { function: source }),
    ...(wrt !== undefined && { wrt }),
  };
  return checkParts(parts, text, around, findings).claims;
}
