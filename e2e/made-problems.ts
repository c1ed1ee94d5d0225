import { randomUUID } from "node:crypto";
import { database } from "../lib/store";

/** What a journey's own problem says; what is left out is as in a problem that says nothing of it. */
export interface MadeProblem {
  readonly title: string;
  readonly statement: string;
  readonly record: object;
  readonly policy?: "either" | "numerator" | "denominator" | "mixed";
  readonly parameters?: object;
  readonly input?: "text" | "latex" | "grid";
  readonly hints?: readonly string[];
  readonly solution?: string;
}

/** Publishes a problem in the topic of gradients and returns its id. */
export async function makeProblem({ record, parameters, hints = [], ...words }: MadeProblem): Promise<string> {
  const id = `made-${randomUUID()}`;
  const topic = { topicId: "gradient", position: 100_000 };
  await database().problem.create({ data: { id, ...topic } });
  const content = { ...words, policy: words.policy ?? "either", hints: [...hints], record, answers: {}, spoiled: [] };
  const version = await database().problemVersion.create({
    data: { ...content, ...(parameters && { parameters }), problemId: id, number: 1, contentHash: id },
  });
  await database().problem.update({ where: { id }, data: { currentVersionId: version.id } });
  return id;
}

/** Publishes a problem again, with another record. */
export async function publishAgain(id: string, record: object): Promise<void> {
  const newest = await database().problemVersion.findFirstOrThrow({
    where: { problemId: id },
    orderBy: { number: "desc" },
  });
  const { title, statement, policy, number } = newest;
  const content = { title, statement, policy, record, answers: {}, spoiled: [], contentHash: `${id} ${number + 1}` };
  const version = await database().problemVersion.create({ data: { ...content, problemId: id, number: number + 1 } });
  await database().problem.update({ where: { id }, data: { currentVersionId: version.id } });
}

/** Takes problems out of sight. What was answered refers to them, so they are never deleted. */
export async function retireProblems(ids: readonly string[]): Promise<void> {
  await database().problem.updateMany({ where: { id: { in: [...ids] } }, data: { retired: true } });
}

const x = { shape: ["n"] } as const;

/** A power of a number, with numbers of one's own. */
export const drawnPower: MadeProblem = {
  title: "A power of one's own",
  statement: "Differentiate $@a x^@k$.",
  record: { variables: { x: { shape: [] } }, function: "@a*x^@k", wrt: "x" },
  parameters: { a: { from: 2, to: 999 }, k: { from: 3, to: 9 }, low: { is: "k - 1" }, twice: { is: "a*k" } },
  hints: ["Look at the exponent.", "It comes to the front: $@k x^@low$."],
  solution: `By the power rule.

\`\`\`claims
rows:
  - { function: "@a*x^@k", wrt: x, answer: "@twice*x^@low" }
  - { function: "@a*x^@k", wrt: x, slip: "@twice*x^@k", why: the exponent stays }
\`\`\``,
};

/** Two options of which one holds. */
export const oneChoice: MadeProblem = {
  title: "One of two",
  statement: "What is the derivative of $x^\\top x$ by $x$ in denominator layout?",
  record: { variables: { x }, form: "choice", options: { a: "$2x$", b: "$2x^\\top$" }, correct: ["a"] },
};

/** Three options of which two hold. */
export const severalChoices: MadeProblem = {
  title: "Two of three",
  statement: "Which are equal to $x^\\top x$?",
  record: {
    variables: { x },
    form: "choice",
    options: { a: "$\\|x\\|^2$", b: "$x x^\\top$", c: "$\\sum_i x_i^2$" },
    correct: ["a", "c"],
  },
};

/** Numbers in the entries of a column. */
export const gridOfNumbers: MadeProblem = {
  title: "A gradient in numbers",
  statement: "Evaluate the gradient of $x_1^2 + 3x_2$.",
  record: { variables: { x: { shape: [2] } }, function: "x_1^2 + 3*x_2", wrt: "x", form: "value", at: { x: [4, 1] } },
  policy: "denominator",
  input: "grid",
};

/** A derivation of the gradient of the squared length. */
export const derivedLength: MadeProblem = {
  title: "Line by line",
  statement: "Derive the gradient of $x^\\top x$.",
  record: { variables: { x }, function: "x'*x", wrt: "x", form: "steps" },
};

/** The trace of a small computation. */
export const tracedProduct: MadeProblem = {
  title: "A small trace",
  statement: "Trace $\\sin x_1 + x_1 x_2$.",
  record: {
    variables: { x: { shape: [2] } },
    function: "sin(x_1) + x_1*x_2",
    wrt: "x",
    form: "table",
    at: { x: [2, 3] },
    cells: {
      v1: { value: "x_1*x_2" },
      t1: { tangent: "x_1*x_2", seed: { x: [1, 0] } },
      b1: { adjoint: "x_1*x_2" },
    },
  },
};

/** Answers of one line, each with what is wrong and what is right. */
export const lineAnswers: readonly (MadeProblem & {
  readonly wrong: string;
  readonly says: string;
  readonly right: string;
  readonly accepts: string;
})[] = [
  {
    title: "A shape",
    statement: "Give the shape of the derivative.",
    record: { variables: { x, A: { shape: ["m", "n"] } }, function: "A*x", wrt: "x", form: "shape" },
    wrong: "m x 1",
    says: "Not the shape of the derivative, in either layout.",
    right: "m x n",
    accepts: "Right, in numerator layout.",
  },
  {
    title: "A set",
    statement: "Give the subdifferential of $|x|$.",
    record: { variables: { x: { shape: [] } }, function: "abs(x)", wrt: "x", form: "set", at: { x: 0 } },
    wrong: "[0, 1]",
    says: "Not the subdifferential.",
    right: "[-1, 1]",
    accepts: "Right.",
  },
  {
    title: "A value",
    statement: "Evaluate the slope of $x^3$.",
    record: { variables: { x: { shape: [] } }, function: "x^3", wrt: "x", form: "value", at: { x: 2 } },
    wrong: "8",
    says: "Not the derivative at this point, in either layout.",
    right: "12",
    accepts: "Right in both layouts.",
  },
  {
    title: "An entry",
    statement: "Give the entry.",
    record: { variables: { x }, function: "x'*x", wrt: "x", form: "index", indices: ["i"] },
    wrong: "x[i]",
    says: "Not this entry of the derivative.",
    right: "2 x[i]",
    accepts: "Right.",
  },
  {
    title: "A differential",
    statement: "Give the differential.",
    record: { variables: { x }, function: "x'*x", wrt: "x", form: "differential" },
    wrong: "x'*dx",
    says: "Not the differential.",
    right: "2 x'*dx",
    accepts: "Right.",
  },
  {
    title: "A stationary point",
    statement: "Where is it stationary?",
    record: { variables: { x, a: x }, function: "(x - a)'*(x - a)", wrt: "x", form: "stationary" },
    wrong: "2 a",
    says: "The derivative is not zero there.",
    right: "a",
    accepts: "Right.",
  },
  {
    title: "A Hessian",
    statement: "Give the Hessian.",
    record: { variables: { x }, function: "x'*x", wrt: "x", form: "hessian" },
    wrong: "I",
    says: "Not the Hessian.",
    right: "2 I",
    accepts: "Right.",
  },
  {
    title: "A derivative in vec form",
    statement: "Give the derivative in vec form.",
    record: {
      variables: { A: { shape: ["m", "n"] }, X: { shape: ["n", "p"] } },
      function: "A*X",
      wrt: "X",
      form: "vec",
    },
    wrong: "kron(A, I_p)",
    says: "Not the derivative in vec form, in either layout.",
    right: "kron(I_p, A)",
    accepts: "Right, in numerator layout.",
  },
];
