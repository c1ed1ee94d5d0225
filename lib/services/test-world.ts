import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { asGuest, hashPassword, newGuestId, type Role, type Viewer } from "../auth";
import { database } from "../store";
import { loadBank } from "./bank";

/** People and a small bank for tests against a database. */

/** Somebody new with an account. */
export async function somebody(
  role: Exclude<Role, "guest"> = "student",
  password?: string,
): Promise<Viewer & { personId: string; email: string }> {
  const id = v7();
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const person = { id, name: `Test ${role}`, email: `${id}@example.org`, role, passwordHash };
  await database().person.create({ data: person });
  return { personId: id, role, name: person.name, email: person.email, address: address() };
}

/** A visitor who has the guest's cookie. */
export function guest(): Viewer & { personId: string } {
  const personId = newGuestId();
  return { ...asGuest(personId, address()), personId };
}

/** A visitor who is nobody yet. */
export function nobody(): Viewer {
  return asGuest(null, address());
}

/** Each asker comes from a place of their own, so that the limits of one test do not reach into the next. */
function address(): string {
  return `test ${v7()}`;
}

export const gradientProblem = {
  id: "quadratic-form",
  title: "A quadratic form",
  skills: ["collect-partials"],
  difficulty: 2,
  sources: ["snow/7.2"],
  policy: "denominator",
  statement: "Differentiate $x^\\top A x$.",
  problem: { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "x'*A*x", wrt: "x" },
  answers: { numerator: "x'*(A + A')", denominator: "(A + A')*x" },
  spoiled: [
    { answer: "2*A*x", slip: "Takes A for symmetric." },
    { answer: "A*x", slip: "Differentiates one x alone." },
  ],
  hints: ["The variable stands twice.", "Hold one of them constant."],
  solution: "By the product rule.",
};

export const lengthProblem = {
  ...gradientProblem,
  id: "squared-length",
  title: "The squared length",
  policy: "either",
  problem: { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" },
  answers: { numerator: "2*x'", denominator: "2*x" },
  spoiled: [
    { answer: "x", slip: "Loses the 2." },
    { answer: "x'*x", slip: "Does not differentiate." },
  ],
};

/** A problem of which everybody gets their own numbers. */
export const drawnProblem = {
  ...gradientProblem,
  id: "drawn-power",
  title: "The power @k",
  policy: "either",
  layouts: "alike",
  parameters: { a: { from: 2, to: 999 }, k: { from: 3, to: 9 }, low: { is: "k - 1" }, twice: { is: "a*k" } },
  statement: "Differentiate $@a x^@k$.",
  problem: { variables: { x: { shape: [] } }, function: "@a*x^@k", wrt: "x" },
  answers: { numerator: "@twice*x^@low", denominator: "@twice*x^@low" },
  spoiled: [
    { answer: "@a*x^@low", slip: "Loses the power." },
    { answer: "@twice*x^@k", slip: "Keeps the exponent." },
  ],
  hints: ["Look at the exponent @k.", "It goes to the front."],
  solution: "It is $@twice x^@low$.",
};

/** A derivation, line by line. */
export const derivedProblem = {
  ...lengthProblem,
  id: "derived-length",
  title: "The squared length, derived",
  problem: { ...lengthProblem.problem, form: "steps" },
  answers: undefined,
  answer: ["x'*x", "2*x'*dx", "2*x'"],
  spoiled: [
    { answer: ["x'*x", "x'*dx", "2*x'"], slip: "Loses a summand." },
    { answer: ["x'*x", "2*x'*dx", "x'"], slip: "Loses the 2." },
  ],
};

/** The trace of a small computation. */
export const tracedProblem = {
  ...gradientProblem,
  id: "traced-product",
  title: "A product, traced",
  policy: "either",
  problem: {
    variables: { x: { shape: [2] } },
    function: "sin(x_1) + x_1*x_2",
    wrt: "x",
    form: "table",
    at: { x: [2, 3] },
    cells: { v1: { value: "x_1*x_2" }, b1: { adjoint: "x_1*x_2" } },
  },
  answers: undefined,
  answer: { v1: "6", b1: "1" },
  spoiled: [
    { answer: { v1: "5", b1: "1" }, slip: "Adds." },
    { answer: { v1: "6", b1: "0" }, slip: "Stops too early." },
  ],
};

const topics = [
  {
    id: "gradient",
    title: "Gradient",
    goal: "Collect the partials.",
    needs: [],
    group: "Vectors",
    skills: { "collect-partials": "collect partial derivatives", "read-slopes": "read slopes off a gradient" },
  },
  {
    id: "hessian",
    title: "Hessian",
    goal: "Differentiate twice.",
    needs: ["gradient"],
    group: "Vectors",
    skills: { "second-partials": "collect second partials", "check-symmetry": "check the symmetry" },
  },
];

const sources = [
  { id: "snow", title: "Snow", sections: [{ id: "7.2", title: "Quadratic forms", topics: ["gradient"] }] },
];

/** Writes a bank with these problems in the topic `gradient`, loads it, and takes the files away again. */
export async function loadTestBank(
  problems: readonly object[] = [gradientProblem, lengthProblem],
  lesson = "Read this.",
) {
  const folder = await mkdtemp(join(tmpdir(), "nabla-bank-"));
  try {
    await mkdir(join(folder, "01-gradient"));
    // JSON is YAML.
    await writeFile(join(folder, "topics.yaml"), JSON.stringify(topics));
    await writeFile(join(folder, "sources.yaml"), JSON.stringify(sources));
    await writeFile(join(folder, "01-gradient", "problems.yaml"), JSON.stringify(problems));
    await writeFile(join(folder, "01-gradient", "lesson.md"), lesson);
    return await loadBank(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
