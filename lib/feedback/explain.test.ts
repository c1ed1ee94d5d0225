import { describe, expect, it } from "vitest";
import type { Form, Graded } from "../grade";
import { explain, hasLayouts } from "./index";

const everyForm: { readonly [F in Form]: true } = {
  derivative: true,
  hessian: true,
  differential: true,
  vec: true,
  index: true,
  value: true,
  stationary: true,
  set: true,
  shape: true,
  choice: true,
  steps: true,
  table: true,
};
const forms = Object.keys(everyForm) as Form[];

const graded = (more: Partial<Graded> = {}): Graded => ({
  status: "graded",
  numerator: false,
  denominator: false,
  ...more,
});

describe("what is said of an answer", () => {
  it.each(forms)("of the form %s names what was asked for where it is wrong", (form) => {
    const { outcome, title } = explain(
      graded({ first_wrong: 2, cells: { a: true, b: false } }),
      "either",
      "scalar",
      form,
    );
    expect(outcome).toBe("wrong");
    expect(title).toMatch(/^[A-Z].*\.$/);
    if (!hasLayouts(form)) expect(title).not.toContain("layout");
  });

  it.each(forms.filter((form) => !hasLayouts(form)))("of the form %s speaks of no layout where it is right", (form) => {
    const right = graded({ numerator: true, denominator: true });
    expect(explain(right, "denominator", "scalar", form)).toEqual({ outcome: "right", title: "Right.", lines: [] });
  });

  it("names the line of a derivation that does not follow", () => {
    expect(explain(graded({ first_wrong: 3 }), "either", "scalar", "steps").title).toBe("Line 3 does not follow.");
  });

  it.each([
    [{ a: false, b: false }, "No cell is right yet."],
    [{ a: true, b: false }, "One cell is not right yet."],
    [{ a: true, b: false, c: false }, "2 cells are not right yet."],
  ])("counts the cells of a table that are left: %j", (cells, title) => {
    expect(explain(graded({ cells }), "either", "scalar", "table").title).toBe(title);
  });

  it("of a derivation in the other layout asks for the one that is wanted", () => {
    const row = graded({ numerator: true, first_wrong: null });
    expect(explain(row, "denominator", "scalar", "steps").outcome).toBe("other-layout");
  });
});
