import { expect, it } from "vitest";
import { matrixToTex } from "./matrix";

it.each([
  [[[1]], "1"],
  [[[-0]], "0"],
  [[[1 / 3]], "0.3333"],
  [[[12345.678]], "12350"],
  [[[1.5e-9]], "1.5 \\cdot 10^{-9}"],
  [[[-2e21]], "-2 \\cdot 10^{21}"],
  [[[Number.POSITIVE_INFINITY]], "\\infty"],
  [[[1, 2]], "\\begin{bmatrix} 1 & 2 \\end{bmatrix}"],
  [[[1], [2]], "\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}"],
])("writes %j as %s", (grid, tex) => {
  expect(matrixToTex(grid)).toBe(tex);
});
