import { describe, expect, it } from "vitest";
import { parse as parseExpression } from "../expr";
import { readProblem } from "../grade";
import { checkShapes, isRow, isScalar, isVector, type Shape } from "../shape";
import { instantiate } from "./instance";
import type { BankProblem } from "./schema";
import { readBankFolder } from "./testing/bank-folder";

const bank = readBankFolder();

type Kind = "scalar" | "vector" | "matrix";

function kindOf(shape: Shape): Kind {
  if (isScalar(shape)) return "scalar";
  return isVector(shape) || isRow(shape) ? "vector" : "matrix";
}

/** Which of the six cases a problem is, as "vector by scalar"; `undefined` for other forms. */
function caseOf(problem: BankProblem): string | undefined {
  const drawn = instantiate(problem, "case");
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  const { function: source, wrt, form = "derivative" } = drawn.value.instance.problem;
  if (source === undefined || wrt === undefined || form !== "derivative") return undefined;
  const key = readProblem(drawn.value.instance.problem);
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  const { scope } = key.value;
  const shapes = [source, wrt].map((text) => {
    const tree = parseExpression(text, "text", scope.vocabulary);
    const checked = tree.ok ? checkShapes(tree.value, scope, text) : tree;
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    return kindOf(checked.value.expr);
  });
  return shapes.join(" by ");
}

describe("the bank", () => {
  it("has the whole syllabus, and a lesson for each topic", () => {
    expect(bank.topics).toHaveLength(49);
    expect(bank.topics.filter(({ lesson }) => lesson === undefined)).toEqual([]);
  });

  it("keeps the topics of a heading together", () => {
    const headings = bank.topics.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1]);
    expect(headings).toEqual([...new Set(headings)]);
  });

  it("has the first problem of the home page and the four practice problems", () => {
    const ids = new Set(bank.problems.map(({ id }) => id));
    const wanted = [
      "quadratic-form",
      "gradient-of-two",
      "jacobian-of-two",
      "quadratic-form-with-numbers",
      "quadratic-minimum-gradient",
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("has problems of each of the six cases", () => {
    const found = bank.problems.map(caseOf);
    const cases = ["scalar", "vector"].flatMap((of) => ["scalar", "vector"].map((by) => `${of} by ${by}`));
    for (const wanted of [...cases, "matrix by scalar", "scalar by matrix"])
      expect(found.filter((name) => name === wanted).length, wanted).toBeGreaterThanOrEqual(2);
  });
});
