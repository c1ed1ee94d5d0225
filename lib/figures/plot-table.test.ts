import { expect, it } from "vitest";
import { tabulateFunction } from "./index";

const scalar = { shape: [] };

it("tabulates a function of one number around the point, with its slope", () => {
  const table = tabulateFunction({ function: "t^2", variables: { t: scalar }, at: { t: [1] } });
  expect(table?.heads).toEqual(["t", "f", "df/dt"]);
  expect(table?.rows).toHaveLength(9);
  expect(table?.rows[4]).toEqual(["1", "1", "2"]);
  expect(table?.rows[0]).toEqual(["−1", "1", "−2"]);
});

it("tabulates a function of two numbers over a square, with its gradient", () => {
  const table = tabulateFunction({ function: "w'*w", variables: { w: { shape: [2] } }, at: { w: [0, 1] } });
  expect(table?.heads).toEqual(["w1", "w2", "f", "∂f/∂w1", "∂f/∂w2"]);
  expect(table?.rows).toHaveLength(25);
  expect(table?.rows[12]).toEqual(["0", "1", "1", "0", "2"]);
});

it("says where the function has no value", () => {
  const table = tabulateFunction({ function: "log(t)", variables: { t: scalar }, at: { t: [1] } });
  expect(table?.rows[0]).toEqual(["−1", "no value", "no value"]);
});

it("is nothing where nothing is drawn", () => {
  expect(tabulateFunction({ function: "x'*x", variables: { x: { shape: ["n"] } }, at: {} })).toBeUndefined();
});
