import { describe, expect, it } from "vitest";
import { type Expr, parse, parts } from "../expr";
import { scopeOf } from "../shape";
import { instantiate } from "./instance";
import type { ProblemRecord } from "./record";
import type { BankProblem } from "./schema";
import { readBankFolder } from "./testing/bank-folder";

/** What is done in an expression, whatever the numbers and names: a number with a sign is a number. */
function outline(expr: Expr): string {
  const inner = parts(expr).map(outline);
  const what = expr.kind === "apply" ? expr.op : expr.kind;
  if (what === "negate" && inner[0] === "number") return "number";
  return inner.length === 0 ? what : `${what}(${inner.join(" ")})`;
}

function outlineOf(record: ProblemRecord): string {
  const source = record.function ?? record.reference;
  if (typeof source !== "string") return "";
  const tree = parse(source, "text", scopeOf(record, record.indices ?? []).vocabulary);
  return tree.ok ? outline(tree.value) : `unread: ${source}`;
}

function outlinesOf(problem: BankProblem): readonly string[] {
  const records = Array.from({ length: 12 }, (_, seed) => instantiate(problem, `student ${seed}`));
  return [...new Set(records.flatMap((each) => (each.ok ? [outlineOf(each.value.instance.problem)] : [])))];
}

describe("the variants of a problem", () => {
  const drawn = readBankFolder().problems.filter(({ parameters }) => parameters !== undefined);

  it("ask for the same steps with other numbers and names, so that none is harder", () => {
    const differing = drawn.flatMap((problem) => {
      const outlines = outlinesOf(problem);
      return outlines.length > 1 ? [`${problem.id}: ${outlines.join(" | ")}`] : [];
    });
    expect(differing).toEqual([]);
  });
});
