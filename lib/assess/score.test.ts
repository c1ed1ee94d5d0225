import { expect, it } from "vitest";
import { type Cell, pointsOf, totalOf } from "./score";

const cell: Cell = { points: 4, credit: 0.5, full: false, dropped: false, override: null };

it.each<[string, Partial<Cell>, number]>([
  ["the credit of its points", {}, 2],
  ["all of them by full marks", { full: true }, 4],
  ["what a person gave", { override: 1.5 }, 1.5],
  ["what a person gave, also above full marks", { full: true, override: 5 }, 5],
  ["what a person gave, also nothing", { credit: 1, override: 0 }, 0],
])("a problem gives %s", (_, change, points) => {
  expect(pointsOf({ ...cell, ...change })).toBe(points);
});

it("a dropped problem counts neither for the points nor for what they are out of", () => {
  expect(totalOf([cell, { ...cell, dropped: true }, { ...cell, points: 6, credit: 1 }])).toEqual({ points: 8, of: 10 });
});
