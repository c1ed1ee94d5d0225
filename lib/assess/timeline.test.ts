import fc from "fast-check";
import { expect, it } from "vitest";
import { worthAt } from "./credit";
import { worthOverTime } from "./timeline";

const hour = 3_600_000;
const terms = (dueIn: number, closesIn: number) => ({
  times: { opensAt: 0, dueAt: dueIn * hour, closesAt: closesIn * hour },
  lateSteps: [
    { hours: 24, percent: 80 },
    { hours: 48, percent: 50 },
  ],
  graceSeconds: 0,
});
const inHours = (dueIn: number, closesIn: number) =>
  worthOverTime(terms(dueIn, closesIn)).map(({ from, until, percent }) => [from / hour, until / hour, percent]);

it("falls by the steps and is nothing behind the last", () => {
  expect(inHours(48, 120)).toEqual([
    [0, 48, 100],
    [48, 72, 80],
    [72, 96, 50],
    [96, 120, 0],
  ]);
});

it("ends with the closing, also within a step", () => {
  expect(inHours(48, 60)).toEqual([
    [0, 48, 100],
    [48, 60, 80],
  ]);
  expect(inHours(48, 48)).toEqual([[0, 48, 100]]);
});

it("says the same as the credit of an answer", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (due, more, share) => {
      const here = terms(due + 1, due + 1 + more);
      const at = share * here.times.closesAt;
      const piece = worthOverTime(here).find(({ until }) => at <= until);
      return piece !== undefined && piece.percent / 100 === worthAt(here, at);
    }),
  );
});
