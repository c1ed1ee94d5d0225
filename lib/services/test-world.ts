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
  statement: "Differentiate $x^\\top A x$.",
  problem: { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "x'*A*x", wrt: "x" },
  policy: "denominator",
  answers: { denominator: "(A + A')*x" },
  spoiled: [
    { answer: "2*A*x", slip: "Takes A for symmetric." },
    { answer: "A*x", slip: "Differentiates one x alone." },
  ],
  hint: "The variable stands twice.",
  solution: "By the product rule.",
  difficulty: 2,
  source: "A test",
};

export const lengthProblem = {
  ...gradientProblem,
  id: "squared-length",
  title: "The squared length",
  problem: { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" },
  policy: "either",
  answers: { denominator: "2*x" },
  spoiled: [
    { answer: "x", slip: "Loses the 2." },
    { answer: "x'*x", slip: "Does not differentiate." },
  ],
};

const topics = [
  { id: "gradient", title: "Gradient", goal: "Collect the partials.", needs: [], group: "Vectors" },
  { id: "hessian", title: "Hessian", goal: "Differentiate twice.", needs: ["gradient"], group: "Vectors" },
];

/** Writes a bank with these problems in the topic `gradient`, loads it, and takes the files away again. */
export async function loadTestBank(
  problems: readonly object[] = [gradientProblem, lengthProblem],
  lesson = "Read this.",
) {
  const folder = await mkdtemp(join(tmpdir(), "nabla-bank-"));
  try {
    await mkdir(join(folder, "gradient"));
    // JSON is YAML.
    await writeFile(join(folder, "topics.yaml"), JSON.stringify(topics));
    await writeFile(join(folder, "gradient", "problems.yaml"), JSON.stringify(problems));
    await writeFile(join(folder, "gradient", "lesson.md"), lesson);
    return await loadBank(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
