import type { MadeProblem } from "./made-problems";

/** An answer for each state that a verdict can be in, with the problem that it is an answer to and what is said of it. */
interface VerdictState {
  readonly problem: MadeProblem;
  readonly typed: string;
  readonly title: string;
  /** The sentence that is read out. */
  readonly heard: string;
}

const x = { shape: ["n"] } as const;
const A = { shape: ["n", "n"] } as const;

const asking = (record: object, more: Partial<MadeProblem> = {}): MadeProblem => ({
  title: "A function",
  statement: "Differentiate.",
  record,
  ...more,
});

const length = { variables: { x }, function: "x'*x", wrt: "x" };
const quadratic = { variables: { x, A, b: x }, function: "x'*A*x - b'*x", wrt: "x" };
const nowhere = "Not the derivative, in either layout.";

export const verdictStates: Readonly<Record<string, VerdictState>> = {
  "right in both layouts": {
    problem: asking({ variables: { t: { shape: [] } }, function: "t^2", wrt: "t" }),
    typed: "2t",
    title: "Right in both layouts.",
    heard: "Read as 2 times t: right in both layouts.",
  },
  "right in one layout": {
    problem: asking(length),
    typed: "2x'",
    title: "Right, in numerator layout.",
    heard: "Read as 2 times x transpose: right, in numerator layout.",
  },
  "right in the layout that was not asked for": {
    problem: asking(length, { policy: "denominator" }),
    typed: "2x'",
    title: "Right in numerator layout, but this problem asks for denominator layout.",
    heard: "Read as 2 times x transpose: right in numerator layout, but this problem asks for denominator layout.",
  },
  "wrong with a witness": {
    problem: asking(quadratic),
    typed: "A*A*x",
    title: nowhere,
    heard: "Read as A times A times x: not the derivative, in either layout.",
  },
  "wrong with a cause": {
    problem: asking(length),
    typed: "x",
    title: nowhere,
    heard: "Read as x: not the derivative, in either layout; your answer is half the derivative.",
  },
  "wrong in one summand": {
    problem: asking(quadratic),
    typed: "A*x + A'*x + b",
    title: nowhere,
    heard: "Read as A times x plus A transpose times x plus b: not the derivative, in either layout.",
  },
  "not to be read": {
    problem: asking(length),
    typed: "2(x",
    title: "This could not be read, and costs nothing.",
    heard: "This could not be read, and costs nothing; this opening bracket is never closed.",
  },
  undecided: {
    problem: asking({ ...length, variables: { x: { shape: [5000] } } }),
    typed: "2x",
    title: "This could not be decided, and costs nothing.",
    heard: "Read as 2 times x: this could not be decided, and costs nothing; this is too large to decide.",
  },
  "a mistake of the problem's own": {
    problem: asking({ ...length, function: "x'*x +" }),
    typed: "2x",
    title: "This problem has a mistake of its own. Nothing is counted.",
    heard:
      "Read as 2 times x: this problem has a mistake of its own; nothing is counted; the expression stops too early: something is missing at the end.",
  },
};
