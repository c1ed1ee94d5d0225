import { expect, it } from "vitest";
import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { keyboardFor } from "./keyboard";

const names: Declarations = {
  variables: { A: { shape: ["n", "n"] }, x_1: { shape: ["n"] }, lambda: { shape: [] } },
};

const [formula, ...others] = keyboardFor(names);
const capsOf = (layout: typeof formula) => (layout && "rows" in layout ? layout.rows : []);
const written = (cap: ReturnType<typeof capsOf>[number][number] | undefined): string =>
  (typeof cap === "string" ? cap : (cap?.insert ?? cap?.latex)) ?? "";

it("begins with the names of the problem", () => {
  expect(capsOf(formula)[0]?.map(written)).toEqual(["A", "x_{1}", "\\lambda"]);
});

it("has rows that a phone has room for, and a key in each layout that checks", () => {
  for (const layout of [formula, ...others]) {
    for (const row of capsOf(layout)) {
      const widths = row.map((cap) => (typeof cap === "string" ? 1 : (cap.width ?? 1)));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(10);
    }
    expect(capsOf(layout).at(-1)?.at(-1)).toMatchObject({ label: "Check" });
  }
});

it.each(capsOf(formula)[1]?.map((cap) => written(cap)) ?? [])("%s writes what can be read", (sign) => {
  const alone = sign.startsWith("\\o") && !sign.includes("#") ? `A${sign} A` : sign;
  const tex = alone.replace(/#[@0]/, "A");
  expect(readAnswer(tex, "latex", names), tex).toMatchObject({ ok: true });
});
