import { fail, ok, type Result, type Seed } from "../../base";
import { explain } from "../../feedback";
import type { Layout } from "../../grade";
import { isScalar, printSize } from "../../shape";
import type { FieldComplaint } from "../error";
import { gradeAnswer, type Question } from "../grading";

/** What a problem's own test has shown: right answers by layout, and wrong ones with their slips. */
export interface Tested {
  readonly answers: { readonly numerator?: string; readonly denominator?: string };
  readonly spoiled: readonly { readonly answer: string; readonly slip: string }[];
}

/**
 * The test that a problem must pass before anybody sees it: its author's answer is graded right under the policy, and spoiled
 * copies of that answer are graded wrong.
 */
export function testProblem(question: Question, sample: string, seed: Seed): Result<Tested, FieldComplaint> {
  const { verdict, correct } = gradeAnswer(question, { text: sample, syntax: "text" }, seed);
  if (!correct || verdict.status !== "graded") return fail(complaintAbout(question, verdict));

  const { numerator, denominator } = verdict;
  const answers = { ...(numerator && { numerator: sample }), ...(denominator && { denominator: sample }) };
  const spoiled = spoil(question, sample, numerator ? "numerator" : "denominator", seed);
  const taken = spoiled.find(({ answer }) => !isWrong(question, answer, seed));
  if (!taken) return ok({ answers, spoiled });
  return fail({ message: `The problem tells right from wrong badly: \`${taken.answer}\` is not graded wrong.` });
}

function complaintAbout({ policy, kind, form }: Question, verdict: Parameters<typeof explain>[0]): FieldComplaint {
  const { title, lines } = explain(verdict, policy, kind, form);
  const message = verdict.status === "invalid" ? lines.join(" ") : [title, ...lines].join(" ");
  return verdict.status === "invalid" ? { message, start: verdict.error.start, end: verdict.error.end } : { message };
}

/** An undecided answer is not a wrong one: learners would get no verdict on such slips. */
function isWrong(question: Question, text: string, seed: Seed): boolean {
  const { verdict } = gradeAnswer({ ...question, policy: "either" }, { text, syntax: "text" }, seed);
  return verdict.status === "graded" && !verdict.numerator && !verdict.denominator;
}

/** Copies with a slip each. Twice nothing is nothing, so a truth that is zero is only tested by what is added to it. */
function spoil(question: Question, sample: string, layout: Layout, seed: Seed): Tested["spoiled"] {
  const added = { answer: `(${sample}) + ${filled("ones", "1", question, layout)}`, slip: "Adds 1 to every entry." };
  const zero = { answer: filled("zeros", "0", question, layout), slip: "Is zero." };
  if (!isWrong(question, zero.answer, seed)) return [added];
  return [added, zero, { answer: `2*(${sample})`, slip: "Is twice the derivative." }];
}

/** One number in every entry of the layout. */
function filled(name: "ones" | "zeros", number: string, { key }: Question, layout: Layout): string {
  const [numerator, denominator] = (key.ok && key.value.truth?.shapes) || [];
  const shape = layout === "numerator" ? numerator : denominator;
  return shape && !isScalar(shape) ? `${name}(${printSize(shape.rows)}, ${printSize(shape.cols)})` : number;
}
