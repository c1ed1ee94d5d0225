import { expect, it } from "vitest";
import type { Declarations } from "@/lib/shape";
import { rewritten } from "./rewritten";

const names: Declarations = { variables: { A: { shape: ["n", "n"] }, x: { shape: ["n"] }, theta: { shape: [] } } };

it.each([
  ["(A + A') * x", "\\left(A + A^{\\top}\\right) \\, x"],
  ["(A + A')", "\\left(A + A^{\\top}\\right)"],
  ["theta * tr(A)", "\\theta \\, \\operatorname{tr}\\left(A\\right)"],
  ["[1, 2; 3, 4]", "\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}"],
])("%s goes to LaTeX and comes back", async (text, tex) => {
  expect(await rewritten(text, "text", "latex", names)).toBe(tex);
  expect(await rewritten(tex, "latex", "text", names)).toBe(text);
});

it("leaves what cannot be read as it was typed", async () => {
  expect(await rewritten("(A + ", "text", "latex", names)).toBe("(A + ");
});
