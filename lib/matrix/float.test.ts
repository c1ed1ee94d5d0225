import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScalarFunction, scalarFunctions } from "../base";
import { doubleDouble as D, type Double } from "./double";
import { float64 as F, type Tracked } from "./float";
import type { Scalars } from "./scalars";
import { evenly, STEPS } from "./testing/numbers";

const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: STEPS }).map(evenly(low, high));

/** Positive numbers of every size from 2⁻⁹⁰ to 1. */
const small = fc.tuple(between(1, 2), fc.integer({ min: -90, max: -1 })).map(([m, k]) => m * 2 ** k);

const number = fc.oneof(between(-10, 10), between(-1, 1), between(-1e5, 1e5), small);
const digits = fc.integer({ min: 0, max: 60 });

/** How far the float64 number is from the truth, at least. */
function surelyOff(actual: Tracked, truth: Double): number {
  const gap = D.sub(D.number(actual.v), truth);
  return Math.abs(gap.hi) - 2 * gap.e - Math.abs(gap.hi) * 2 ** -50;
}

/** Where both have something to say they agree up to the bound; one says "no value" only where the other may not have one. */
function expectBound(actual: Tracked, truth: Double): void {
  const states = `${F.state(actual)} and ${D.state(truth)}`;
  expect(["value and none", "none and value"]).not.toContain(states);
  if (states !== "value and value") return;
  expect(surelyOff(actual, truth), `${actual.v} ± ${actual.e}, but ${truth.hi}`).toBeLessThanOrEqual(actual.e);
}

describe("float64 numbers", () => {
  test.each(scalarFunctions)("%s of an exact number is within its bound", (name) => {
    fc.assert(
      fc.property(number, (v) => expectBound(F.apply(name, F.number(v)), D.apply(name, D.number(v)))),
      { numRuns: 500 },
    );
  });

  test.each(scalarFunctions)("%s of a number known up to a bound is within its own", (name) => {
    fc.assert(
      fc.property(number, digits, between(-1, 1), (v, places, part) => {
        const e = 2 ** -places;
        const actual = F.apply(name, { v, e });
        if (F.state(actual) !== "value") return;
        expectBound(actual, D.apply(name, D.add(D.number(v), D.number(e * part * 0.999))));
      }),
      { numRuns: 500 },
    );
  });

  test.each(["add", "sub", "mul", "power", "greater", "max", "min"] as const)("%s is within its bound", (name) => {
    fc.assert(
      fc.property(number, number, digits, between(-1, 1), (a, b, places, part) => {
        expectBound(F[name](F.number(a), F.number(b)), D[name](D.number(a), D.number(b)));
        const e = 2 ** -places;
        const moved = (v: number): Double => D.add(D.number(v), D.number(e * part * 0.999));
        const actual = F[name]({ v: a, e }, { v: b, e });
        if (F.state(actual) === "value") expectBound(actual, D[name](moved(a), moved(b)));
      }),
      { numRuns: 1000 },
    );
  });

  test("whole powers and reciprocals are within their bounds", () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -12, max: 12 }), (v, exponent) => {
        expectBound(F.recip(F.number(v)), D.recip(D.number(v)));
        expectBound(F.whole(F.number(v), exponent), D.whole(D.number(v), exponent));
      }),
      { numRuns: 1000 },
    );
  });

  test("the reciprocal of a number known up to a bound is within its own", () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 10 }), fc.constantFrom(-1, 1), (v, parts, side) => {
        const e = Math.abs(v) / (parts + 0.5);
        expectBound(F.recip({ v, e }), D.recip(D.add(D.number(v), D.number(side * e * 0.999))));
      }),
    );
  });

  test("literals are within their bounds", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.integer({ min: -40, max: 20 }), (whole, exponent) => {
        const text = `${whole}e${exponent}`;
        expectBound(F.literal(text), D.literal(text));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,18}\.\d{0,18}$/), (text) => {
        expectBound(F.literal(text), D.literal(text));
      }),
    );
  });

  test("chains of operations that lose digits stay within their bounds", () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom("add", "sub", "mul", "div", "power", "max", ...scalarFunctions), fc.nat(), fc.nat()),
      { minLength: 1, maxLength: 25 },
    );
    let compared = 0;
    fc.assert(
      fc.property(fc.array(between(-3, 3), { minLength: 2, maxLength: 4 }), steps, (start, program) => {
        const actual = start.map(F.number);
        const truth = start.map(D.number);
        for (const [operation, i, j] of program) {
          const size = actual.length;
          const [a, b] = [actual[i % size] as Tracked, actual[j % size] as Tracked];
          const [x, y] = [truth[i % size] as Double, truth[j % size] as Double];
          actual.push(perform(F, operation, a, b));
          truth.push(perform(D, operation, x, y));
          const [last, lastTruth] = [actual.at(-1) as Tracked, truth.at(-1) as Double];
          expectBound(last, lastTruth);
          if (F.state(last) === "value" && last.e > 0) compared++;
        }
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  test("what fits into 53 bits is exact", () => {
    const [two, three] = [F.number(2), F.literal("3")];
    expect(F.mul(two, three)).toEqual({ v: 6, e: 0 });
    expect(F.add(F.literal("0.5"), F.literal("2.25"))).toEqual({ v: 2.75, e: 0 });
    expect(F.recip(F.number(4))).toEqual({ v: 0.25, e: 0 });
    expect(F.greater(F.mul(two, three), F.number(6))).toEqual({ v: 0, e: 0 });
    expect(F.apply("log", F.one)).toEqual({ v: 0, e: 0 });
    expect(F.mul(F.zero, { v: 3, e: 0.1 })).toEqual({ v: 0, e: 0 });
  });

  test.each(["0.1", "0.99999999999999999999", "9007199254740991.4", "100000.5"])(
    "the literal %s is not taken as exact",
    (text) => {
      expect(F.literal(text).e).toBeGreaterThan(0);
    },
  );

  test("a product or power that underflows is not exactly zero", () => {
    const small = F.mul(F.number(1e-200), F.number(1e-200));
    expect(small.v).toBe(0);
    expect(F.state(F.recip(small))).toBe("lost");
    expect(F.power(F.number(1e-300), F.number(1.5)).e).toBeGreaterThan(0);
    expect(F.apply("exp", F.number(-800)).e).toBeGreaterThan(0);
  });

  test("a number says how far it lies from zero and how far it may be off", () => {
    expect(F.bounds({ v: -2, e: 0.5 })).toEqual({ distance: 2, error: 0.5 });
  });

  test("overflow is lost", () => {
    const huge = F.number(1e300);
    expect(
      [F.mul(huge, huge), F.apply("exp", huge), F.literal("1e400"), F.recip(F.number(5e-324))].map(F.state),
    ).toEqual(Array(4).fill("lost"));
  });

  test("1/0, the log of a negative number and fractional powers of one have no value", () => {
    const minus = F.number(-2);
    const values = [F.recip(F.zero), F.apply("log", minus), F.apply("log", F.zero), F.power(minus, F.number(0.5))];
    expect(values.map(F.state)).toEqual(Array(4).fill("none"));
  });

  test("a negative base to an exponent that may be whole is lost", () => {
    expect(F.state(F.power(F.number(-2), { v: 3, e: 1e-16 }))).toBe("lost");
    expect(F.power(F.number(-2), F.number(3))).toEqual({ v: -8, e: 0 });
  });

  test("no value and lost numbers spread, no value first", () => {
    const none = F.recip(F.zero);
    const lost = F.apply("exp", F.number(1e6));
    for (const f of [F.add, F.sub, F.mul, F.power, F.greater, F.max, F.min]) {
      expect([f(none, F.one), f(F.one, none), f(none, lost), f(lost, none)].map(F.state)).toEqual(
        Array(4).fill("none"),
      );
      expect([f(lost, F.one), f(F.number(0.5), lost), f(F.zero, lost)].map(F.state)).toEqual(Array(3).fill("lost"));
    }
    for (const name of scalarFunctions) {
      expect([F.apply(name, none), F.apply(name, lost)].map(F.state), name).toEqual(["none", "lost"]);
    }
    expect([F.whole(none, 0), F.whole(lost, 0), F.recip(lost), F.neg(lost)].map(F.state)).toEqual([
      "none",
      "lost",
      "lost",
      "lost",
    ]);
  });
});

function perform<T>(scalars: Scalars<T>, operation: string, a: T, b: T): T {
  switch (operation) {
    case "add":
    case "sub":
    case "mul":
    case "power":
    case "max":
      return scalars[operation](a, b);
    case "div":
      return scalars.mul(a, scalars.recip(b));
    default:
      return scalars.apply(operation as ScalarFunction, a);
  }
}
