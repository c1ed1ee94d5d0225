import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grade, readProblem } from "../grade";
import type { ProblemInput } from "../problem";
import type { Diagnosis, Graded } from "../verdict";
import { readSlips } from "./testing/table";

interface Claim {
  readonly id: string;
  readonly problem: ProblemInput;
  readonly answer: string;
  readonly syntax?: string;
  readonly expect: { readonly numerator: boolean; readonly denominator: boolean };
}

const claims = readFileSync(new URL("../corpus/seed-claims.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Claim)
  .filter((c) => (c.syntax ?? "text") === "text" && typeof c.answer === "string");

/** Claims that are right and not zero, every third of them. */
const right = claims
  .filter((c) => (c.expect?.numerator || c.expect?.denominator) && c.answer !== "0")
  .filter((_, k) => k % 3 === 0);
const slips = readSlips(readFileSync(new URL("./slips.txt", import.meta.url), "utf8"));

function graded(problem: ProblemInput, text: string, seed = "diagnose"): Graded | undefined {
  const key = readProblem(problem);
  const verdict = key.ok ? grade({ text, syntax: "text" }, key.value, seed) : undefined;
  return verdict?.status === "graded" ? verdict : undefined;
}

const isRight = (verdict: Graded | undefined): boolean => Boolean(verdict?.numerator || verdict?.denominator);

/** The problem with one more matrix taken for symmetric. */
function withSymmetric(problem: ProblemInput, name: string): ProblemInput {
  const declared = problem.variables?.[name];
  const assume = [...(declared?.assume ?? []), "symmetric" as const];
  return { ...problem, variables: { ...problem.variables, [name]: { shape: declared?.shape ?? [], assume } } };
}

/** The repaired question that a diagnosis speaks of, where it can be typed. */
function repaired({ code, factor, part }: Diagnosis, problem: ProblemInput, answer: string): Graded | undefined | "-" {
  if (code === "sign") return graded(problem, `-(${answer})`);
  if (code === "constant-factor" && factor !== undefined && Number.isInteger(factor * 60))
    return graded(problem, `(${60})*(${answer})/(${Math.round(factor * 60)})`);
  if (code === "assumed-symmetric" && part) return graded(withSymmetric(problem, part), answer);
  return "-";
}

describe("diagnose", { timeout: 60_000 }, () => {
  it("calls the negative of a right answer a sign, in the layouts of the right answer", () => {
    let seen = 0;
    for (const { problem, answer } of right) {
      const was = graded(problem, answer);
      const now = graded(problem, `-(${answer})`);
      if (!was || !now || isRight(now)) continue;
      const sign = now.diagnosis?.find((d) => d.code === "sign");
      if (sign?.layout) expect(was[sign.layout], answer).toBe(true);
      expect(sign, `${problem.function} | ${answer}`).toBeDefined();
      seen++;
    }
    expect(seen).toBeGreaterThan(60);
  });

  it("gives the factor of a multiple of a right answer", () => {
    let seen = 0;
    for (const { problem, answer } of right.filter((_, k) => k % 2 === 0)) {
      const now = graded(problem, `(${answer})*3/7`);
      if (!now || isRight(now)) continue;
      expect(now.diagnosis, `${problem.function} | ${answer}`).toContainEqual(
        expect.objectContaining({ code: "constant-factor", factor: 3 / 7 }),
      );
      seen++;
    }
    expect(seen).toBeGreaterThan(25);
  });

  it("reports a slip only if undoing it makes the answer right", () => {
    let undone = 0;
    for (const { problem, answer } of slips) {
      for (const diagnosis of graded(problem, answer)?.diagnosis ?? []) {
        const verdict = repaired(diagnosis, problem, answer);
        if (verdict === "-") continue;
        expect(isRight(verdict), `${problem.function} | ${answer} | ${diagnosis.code}`).toBe(true);
        if (diagnosis.layout) expect(verdict?.[diagnosis.layout]).toBe(true);
        undone++;
      }
    }
    expect(undone).toBeGreaterThan(25);
  });

  it("says nothing of a right answer", () => {
    for (const { problem, answer } of right) {
      const verdict = graded(problem, answer);
      if (!verdict || !isRight(verdict)) continue;
      expect(verdict.diagnosis, answer).toBeUndefined();
      expect(verdict.witness, answer).toBeUndefined();
    }
  });

  it("says at most two things, and the same to the same answer", () => {
    for (const { problem, answer } of slips) {
      const verdict = graded(problem, answer);
      expect(verdict?.diagnosis?.length ?? 0).toBeLessThanOrEqual(2);
      expect(graded(problem, answer)).toEqual(verdict);
    }
  });

  it("says the same whatever the seed", () => {
    for (const { problem, answer } of slips.filter((_, k) => k % 4 === 0))
      expect(graded(problem, answer, "another")?.diagnosis, answer).toEqual(graded(problem, answer)?.diagnosis);
  });
});

describe("transposed", () => {
  const quadratic = { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "x'*A*x", wrt: "x" };
  const map = { variables: { x: { shape: ["n"] }, A: { shape: ["m", "n"] } }, function: "A*x", wrt: "x" };
  const codes = (problem: ProblemInput, answer: string): string[] =>
    (graded(problem, answer)?.diagnosis ?? []).map((d) => `${d.code} ${d.layout}`);

  it("is said of an answer in the layout that was not asked for", () => {
    expect(codes({ ...quadratic, layout: "numerator" }, "(A+A')*x")).toEqual(["transposed numerator"]);
    expect(codes({ ...quadratic, layout: "denominator" }, "x'*(A+A')")).toEqual(["transposed denominator"]);
    expect(codes({ ...map, layout: "denominator" }, "A")).toEqual(["transposed denominator"]);
  });

  it("takes column gradients beside Jacobians for the mixed layout", () => {
    expect(codes({ ...quadratic, layout: "mixed" }, "x'*(A+A')")).toEqual(["transposed denominator"]);
    expect(codes({ ...quadratic, layout: "mixed" }, "(A+A')*x")).toEqual([]);
    expect(codes({ ...map, layout: "mixed" }, "A'")).toEqual(["transposed numerator"]);
    expect(codes({ ...map, layout: "mixed" }, "A")).toEqual([]);
  });

  it("is not said where either layout will do", () => {
    expect(codes(quadratic, "x'*(A+A')")).toEqual([]);
    expect(codes({ ...quadratic, layout: "either" }, "(A+A')*x")).toEqual([]);
  });
});

describe("other forms", () => {
  const variables = { x: { shape: ["n"] }, A: { shape: ["n", "n"] }, X: { shape: ["m", "n"] } };
  const codes = (problem: ProblemInput, answer: string): string[] | undefined =>
    graded({ variables, ...problem }, answer)?.diagnosis?.map((d) => d.code);

  it("have slips as well", () => {
    const differential = { function: "x'*A*x", wrt: "x", form: "differential" } as const;
    expect(codes(differential, "x'*A*dx")?.[0]).toBe("missed-occurrence");
    expect(codes(differential, "2*x'*A*dx")).toEqual(["assumed-symmetric"]);
    expect(codes({ function: "x'*A*x", wrt: "x", form: "hessian" }, "2*A")).toContain("assumed-symmetric");
    expect(codes({ function: "x'*x", wrt: "x", form: "index", indices: ["i"] }, "x[i]")).toContain("constant-factor");
    expect(codes({ function: "2*X", wrt: "X", form: "vec" }, "eye(m*n)")).toContain("constant-factor");
    expect(codes({ reference: "2*A*x" }, "A*x")).toEqual(["constant-factor"]);
  });

  it("are found through LaTeX too", () => {
    const key = readProblem({ variables, function: "x'*A*x", wrt: "x" });
    if (!key.ok) throw new Error("bad problem");
    const verdict = grade({ text: "2\\mathbf{A}\\mathbf{x}", syntax: "latex" }, key.value, "latex");
    expect(verdict).toMatchObject({ diagnosis: [{ code: "assumed-symmetric", part: "A", layout: "denominator" }] });
  });
});

describe("the work of a diagnosis", { timeout: 60_000 }, () => {
  it("stays small for long answers", () => {
    const problem = { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } }, function: "x'*A*x", wrt: "x" };
    const long = Array.from({ length: 60 }, (_, k) => `A*A'*${k + 2}*A*x`).join(" + ");
    const before = performance.now();
    expect(graded(problem, long)?.denominator).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it("stays small for functions with many places of the variable", () => {
    const variables = { X: { shape: ["n", "n"] } };
    const problem = { variables, function: `tr(${Array.from({ length: 14 }, () => "X").join("*")})`, wrt: "X" };
    const before = performance.now();
    expect(graded(problem, "X^13")?.numerator).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
