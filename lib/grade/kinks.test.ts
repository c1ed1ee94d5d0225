import { describe, expect, it } from "vitest";
import { gradeRecord } from "./record";
import { inWords } from "./testing/said";

const variables = {
  x: { shape: ["n"] },
  y: { shape: ["n"] },
  X: { shape: ["m", "n"] },
  t: { shape: [] },
};

/** function | by | answer: right wherever the function has a derivative, whatever it says on the corner itself. */
const right = `
  sum(min(x, 1 - x))       | x | sign(0.5 - x)
  sum(min(x, 1 - x))       | x | 2*(x < 0.5) - 1
  sum(abs(x - y))          | x | sign(x - y)
  sum(max(x, y))           | x | x >= y
  sum(max(x, y))           | x | x > y
  sum(max(0, 1 - x .* y))  | x | -y .* (x .* y <= 1)
  norm1(X*x)               | x | X'*sign(X*x)
  max(t, 3)                | t | t >= 3
  max(t, 3)                | t | step(t - 3)
  min(t^2, 4)              | t | 2*t*(abs(t) <= 2)
  max(abs(t), 1)           | t | sign(t)*(t^2 > 1)
  abs(t)*abs(t - 1)        | t | sign(t)*abs(t - 1) + abs(t)*sign(t - 1)
`;

/** function | by | answer: wrong on a piece of its own. */
const wrong = `
  relu(t - 50)             | t | step(t - 50.0001)
  sum(min(x, 1 - x))       | x | sign(0.5001 - x)
  sqrt((2*t - 1500)^2)     | t | -2
  min(t, 100)              | t | 1
  abs(x'*x - 1000000)      | x | -2*x
  t*(1000*t > 17.5)        | t | t > 0.01751
`;

const rows = (table: string): string[][] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));

const seeds = Array.from({ length: 12 }, (_, k) => `kinks ${k}`);

const verdicts = ([of, wrt, answer]: string[]): string[] =>
  seeds.map((seed) => inWords(gradeRecord({ id: 0, problem: { variables, function: of, wrt }, answer }, seed).verdict));

describe("an answer with pieces", { timeout: 60_000 }, () => {
  it.each(rows(right))("is right whatever it says on the corner: d %s by %s is %s", (...row) => {
    for (const verdict of verdicts(row)) expect(["both", "numerator", "denominator"]).toContain(verdict);
  });

  it.each(rows(wrong))("is wrong where one piece is: d %s by %s is not %s", (...row) => {
    expect(new Set(verdicts(row))).toEqual(new Set(["neither"]));
  });
});
