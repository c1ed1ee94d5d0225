import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditOf, isTaken, type Terms, worthAt } from "./credit";
import { type Extension, phaseAt, type Times, timesFor } from "./times";

/** Hours after the opening stand for moments: `opens 0, due 48, closes 120`. */
const hour = 3_600_000;
const times: Times = { opensAt: 0, dueAt: 48 * hour, closesAt: 120 * hour };
const terms: Terms = {
  times,
  lateSteps: [
    { hours: 24, percent: 80 },
    { hours: 48, percent: 50 },
  ],
  graceSeconds: 60,
};

describe("the worth of a right answer", () => {
  it.each`
    arrives            | worth  | why
    ${-0.01}           | ${0}   | ${"before the opening nothing is taken"}
    ${0}               | ${1}   | ${"at the opening"}
    ${48}              | ${1}   | ${"at the due time"}
    ${48 + 60 / 3600}  | ${1}   | ${"within the grace"}
    ${48 + 61 / 3600}  | ${0.8} | ${"after the grace the first step holds"}
    ${72 + 60 / 3600}  | ${0.8} | ${"the grace holds at each step"}
    ${72 + 61 / 3600}  | ${0.5} | ${"the second step"}
    ${96 + 61 / 3600}  | ${0}   | ${"after the last step it is practice"}
    ${120 + 60 / 3600} | ${0}   | ${"taken until closing, with the grace"}
  `("is $worth after $arrives hours: $why", ({ arrives, worth }) => {
    expect(worthAt(terms, arrives * hour)).toBe(worth);
  });

  it("is nothing after the due time where there are no steps", () => {
    expect(worthAt({ ...terms, lateSteps: [] }, 49 * hour)).toBe(0);
  });

  it("is taken from opening to closing with the grace, and not outside", () => {
    expect([-1, 0, 120 * hour + 60_000, 120 * hour + 60_001].map((at) => isTaken(terms, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("never rises with the arrival", () => {
    const after = fc.integer({ min: 0, max: 130 * hour });
    fc.assert(
      fc.property(after, after, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        return worthAt(terms, earlier) >= worthAt(terms, later);
      }),
    );
  });
});

describe("the credit of several answers", () => {
  const at = (hours: number, correct: boolean) => ({ arrivedAt: hours * hour, correct });
  it.each([
    ["nothing answered", [], 0],
    ["wrong ones alone", [at(1, false), at(2, false)], 0],
    ["a late right one", [at(1, false), at(50, true)], 0.8],
    ["a wrong one after a right one", [at(1, true), at(2, false)], 1],
    ["the best of two right ones", [at(80, true), at(50, true)], 0.8],
  ])("takes the best right one: %s", (_, answers, credit) => {
    expect(creditOf(terms, answers)).toBe(credit);
  });
});

describe("the times of a student", () => {
  const inHours = (extensions: readonly Extension[]) => {
    const { dueAt, closesAt } = timesFor(times, extensions);
    return { due: dueAt / hour, closes: closesAt / hour };
  };
  it.each<[string, Extension[], number, number]>([
    ["no extension", [], 48, 120],
    ["a later due time moves closing along", [{ dueAt: 60 * hour }], 60, 132],
    ["an earlier one takes nothing away", [{ dueAt: 20 * hour, closesAt: 30 * hour }], 48, 120],
    ["half as much time again", [{ timeFactor: 1.5 }], 72, 144],
    ["a closing time of its own", [{ closesAt: 200 * hour }], 48, 200],
    ["of two the later", [{ dueAt: 60 * hour }, { timeFactor: 1.5 }], 72, 144],
    ["late passes are added", [{ dueAt: 60 * hour }, { hours: 24 }, { hours: 24 }], 108, 180],
  ])("%s", (_, extensions, due, closes) => {
    expect(inHours(extensions)).toEqual({ due, closes });
  });

  it.each([
    [-1, "before"],
    [0, "open"],
    [48, "open"],
    [49, "late"],
    [120, "late"],
    [121, "closed"],
  ])("have after %d hours the phase %s", (hours, phase) => {
    expect(phaseAt(times, hours * hour)).toBe(phase);
  });

  it("never get shorter by an extension", () => {
    const moment = fc.integer({ min: -100 * hour, max: 300 * hour });
    const extension = fc.record(
      { dueAt: moment, closesAt: moment, timeFactor: fc.double({ min: 1, max: 10, noNaN: true }), hours: fc.nat(100) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(extension), extension, (some, one) => {
        const [before, after] = [timesFor(times, some), timesFor(times, [...some, one])];
        return after.dueAt >= before.dueAt && after.closesAt >= before.closesAt && after.closesAt >= after.dueAt;
      }),
    );
  });
});
