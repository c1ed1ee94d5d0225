import { describe, expect, it } from "vitest";
import { grade, readProblem } from "../grade";
import {
  type BankProblem,
  bankProblem,
  chooseRenaming,
  instantiate,
  renameFormula,
  renameMarkdown,
  renameRecord,
  rightAnswers,
} from ".";
import { readBankFolder } from "./testing/bank-folder";

const problem = (change: object = {}) =>
  bankProblem.parse({
    id: "form",
    topic: "gradient",
    title: "A quadratic form",
    skills: ["one"],
    difficulty: 1,
    sources: ["own"],
    policy: "either",
    statement: "Let $f(x) = x^\\top A\\,x$ with a $\\text{square}$ matrix $A$ of $n$ rows. Type `x'*A*x`.",
    problem: { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "x'*A*x", wrt: "x" },
    answers: { numerator: "x'*(A + A')", denominator: "(A + A')*x" },
    spoiled: [
      { answer: "2*A*x", slip: "Takes A for symmetric." },
      { answer: "A*x", slip: "Forgets a part." },
    ],
    hints: ["The $x$ stands twice."],
    solution: 'It is $(A + A^\\top)x$.\n\n```claims\nrows:\n  - { function: "x\'*A*x", wrt: x, slip: "2*A*x" }\n```',
    ...change,
  });

/** A problem as a student gets it, its words and the names that were chosen. */
function renamed(given: BankProblem, seed: string) {
  const drawing = instantiate(given, seed);
  if (!drawing.ok) throw new Error(`${given.id} cannot be drawn`);
  const { instance } = drawing.value;
  const words = { ...instance, solution: instance.solution ?? null };
  const renaming = chooseRenaming(instance.problem, words, seed);
  return { instance, renaming, record: renameRecord(instance.problem, renaming) };
}

describe("other names for the variables", () => {
  it("stand everywhere: in the record, in formulas of both kinds and in blocks", () => {
    const renaming = new Map([
      ["x", "u"],
      ["A", "W"],
    ]);
    const { problem: record, statement, solution } = problem();
    expect(renameRecord(record as never, renaming)).toEqual({
      variables: { u: { shape: ["n"] }, W: { shape: ["n", "n"] } },
      function: "u'*W*u",
      wrt: "u",
    });
    expect(renameMarkdown(statement, renaming)).toBe(
      "Let $f(u) = u^\\top W\\,u$ with a $\\text{square}$ matrix $W$ of $n$ rows. Type `u'*W*u`.",
    );
    const block = renameMarkdown(solution, renaming);
    expect(block).toContain("$(W + W^\\top)u$");
    expect(block).toContain("u'*W*u");
    expect(block).not.toMatch(/\bx\b/);
    expect(renameFormula("2*x_1*dx + exp(x)", renaming)).toBe("2*u_1*du + exp(u)");
  });

  it("are chosen by chance, by kind, and never one that stands for something", () => {
    const all = Array.from({ length: 40 }, (_, seed) => renamed(problem(), String(seed)).renaming);
    expect(new Set(all.map((each) => [...each].join())).size).toBeGreaterThan(20);
    for (const renaming of all) {
      expect([...renaming.keys()]).toEqual(["x", "A"]);
      expect(renaming.get("A")).toMatch(/^[A-Z]$/);
      expect(["x", "A", "n", "f"]).not.toContain(renaming.get("x"));
    }
    expect(renamed(problem(), "1").renaming).toEqual(renamed(problem(), "1").renaming);
  });

  it.each([
    ["it stands in plain words", { statement: "Here x is a vector. Differentiate $x^\\top A x$." }, ["A"]],
    ["a product of names stands in the title", { title: "When is Ax right?" }, []],
    ["letters of it make up a word in a formula", { statement: "Find $maxA$ of $x$." }, []],
    [
      "it is a choice",
      { problem: { ...problem().problem, form: "choice", options: { a: "x", b: "A" }, correct: ["a"] } },
      [],
    ],
  ])("stay where %s", (_, change, kept) => {
    const given = { ...problem(), ...change };
    const words = { title: given.title, statement: given.statement, hints: [], solution: null };
    const renaming = chooseRenaming(given.problem as never, words, "seed");
    expect([...renaming.keys()].sort()).toEqual(kept);
  });
});

describe("the bank under other names", () => {
  const { problems } = readBankFolder();

  it("has other names in most problems that compute something", () => {
    const computing = problems.filter(({ problem: { form } }) => form !== "choice" && form !== "table");
    const changed = computing.filter((each) => renamed(each, "names").renaming.size > 0);
    expect(changed.length / computing.length).toBeGreaterThan(0.6);
  });

  it("takes the right answer under its new names for right", { timeout: 120_000 }, () => {
    const wrong = problems
      .filter((_, index) => index % 4 === 0)
      .flatMap((each) => {
        const { instance, renaming, record } = renamed(each, "law");
        if (renaming.size === 0 || instance.problem.form === "steps") return [];
        const key = readProblem({ ...record, layout: "either" });
        const answer = rightAnswers(instance).denominator;
        if (!key.ok) return [`${each.id}: ${JSON.stringify(key.error)}`];
        if (typeof answer !== "string") return [];
        const verdict = grade({ text: renameFormula(answer, renaming), syntax: "text" }, key.value, "seed");
        const isRight = verdict.status === "graded" && (verdict.denominator || verdict.numerator);
        return isRight ? [] : [`${each.id}: ${JSON.stringify([...renaming])} ${JSON.stringify(verdict)}`];
      });
    expect(wrong).toEqual([]);
  });
});
