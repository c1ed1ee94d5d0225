import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubleDouble as D, type Double } from "./double";
import type { SmoothFunction } from "./reach";
import { divide, type Fixed, fixed, multiply, ONE, PI, PLACES, reference, size } from "./testing/fixed";
import { evenly, STEPS } from "./testing/numbers";

const truth = (a: Double): Fixed => fixed(a.hi) + fixed(a.lo);
const pairOf = (hi: number, lo: number): Double => D.add(D.number(hi), D.number(lo));

/** One part in 10²⁹. */
const TARGET = 10n ** 29n;
/** The references themselves are right to about 2⁻⁶⁰⁰. */
const NOISE = 1n << (PLACES - 600n);

function expectBound(actual: Double, exact: Fixed): void {
  expect(D.state(actual)).toBe("value");
  const gap = size(truth(actual) - exact);
  if (gap <= NOISE) return;
  expect(gap <= fixed(actual.e), `off by ${Number(gap) / Number(ONE)}, bound ${actual.e}`).toBe(true);
}

function expectPrecise(actual: Double, exact: Fixed): void {
  expectBound(actual, exact);
  const gap = size(truth(actual) - exact);
  expect(gap * TARGET <= size(exact) + NOISE * TARGET, `${Number(gap) / Number(size(exact) + 1n)} relative`).toBe(true);
}

/** A pair whose lower half starts after a gap of up to ten bits. */
const fine = (number: fc.Arbitrary<number>): fc.Arbitrary<Double> =>
  fc.tuple(number, fc.integer({ min: -1000, max: 1000 })).map(([hi, part]) => pairOf(hi, hi * part * 2 ** -65));

const between = (low: number, high: number): fc.Arbitrary<Double> =>
  fine(fc.integer({ min: 0, max: STEPS }).map(evenly(low, high)));

/** Positive numbers of every size from 2⁻⁹⁰ to 1. */
const tiny = fc
  .tuple(between(1, 2), fc.integer({ min: -90, max: -1 }))
  .map(([a, k]) => pairOf(a.hi * 2 ** k, a.lo * 2 ** k));

const domains: { readonly [F in SmoothFunction]: fc.Arbitrary<Double> } = {
  exp: between(-40, 40),
  log: fc.oneof(between(1e-6, 1e6), tiny, between(0.999, 1.001)),
  sin: fc.oneof(between(-10, 10), between(-1e5, 1e5), tiny),
  cos: fc.oneof(between(-10, 10), between(-1e5, 1e5), tiny),
  tan: fc.oneof(between(-10, 10), between(-1e5, 1e5), tiny),
  asin: fc.oneof(between(-0.999999, 0.999999), tiny, between(0.9999, 0.9999999)),
  acos: fc.oneof(between(-0.999999, 0.999999), tiny, between(0.9999, 0.9999999)),
  atan: fc.oneof(between(-100, 100), between(-1, 1), tiny),
  sinh: fc.oneof(between(-40, 40), between(-0.5, 0.5), tiny),
  cosh: between(-40, 40),
  tanh: fc.oneof(between(-45, 45), between(-0.5, 0.5), tiny),
  sqrt: fc.oneof(between(0, 1e6), tiny),
  sigmoid: between(-40, 40),
  softplus: between(-40, 40),
};

describe("a function of a double-double number", () => {
  test.each(Object.keys(domains) as SmoothFunction[])("%s is right to 29 digits and within its bound", (name) => {
    fc.assert(
      fc.property(domains[name], (a) => {
        expectPrecise(D.apply(name, { ...a, e: 0 }), reference[name](truth(a)));
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.keys(domains) as SmoothFunction[])(
    "%s keeps its bound when its argument is only known roughly",
    (name) => {
      fc.assert(
        fc.property(domains[name], fc.integer({ min: 1, max: 100 }), fc.constantFrom(-1, 1), (a, digits, direction) => {
          const e = 2 ** -digits;
          const result = D.apply(name, { ...a, e });
          if (D.state(result) !== "value") return;
          expectBound(result, reference[name](truth(a) + BigInt(direction) * fixed(e)));
        }),
        { numRuns: 150 },
      );
    },
  );

  test("sine next to a multiple of π keeps its digits", () => {
    for (const k of [1, 3, 22, 355, 31831]) {
      for (const near of [D.number(k * Math.PI), { ...D.mul(D.number(k), D.pi), e: 0 }]) {
        expectPrecise(D.apply("sin", near), reference.sin(truth(near)));
        expectPrecise(D.apply("tan", near), reference.tan(truth(near)));
      }
    }
  });

  test("functions that are 0 by definition are 0 without a bound", () => {
    for (const name of ["sin", "tan", "asin", "atan", "sinh", "tanh", "sqrt"] as const) {
      expect(D.apply(name, D.zero)).toEqual(D.zero);
    }
    expect(D.apply("log", D.one)).toEqual(D.zero);
    expect(D.apply("acos", D.one)).toEqual(D.zero);
  });

  test.each([
    ["log", 0],
    ["log", -1],
    ["sqrt", -1e-300],
    ["asin", 1.5],
    ["acos", -1.5],
  ] as const)("%s of %d has no value", (name, v) => {
    expect(D.state(D.apply(name, D.number(v)))).toBe("none");
  });

  test.each([
    ["exp", 800],
    ["cosh", -800],
    ["sinh", 800],
    ["sin", 1e300],
  ] as const)("%s of %d is lost", (name, v) => {
    expect(D.state(D.apply(name, D.number(v)))).toBe("lost");
  });

  test.each(["exp", "sigmoid", "softplus"] as const)("%s far below zero is 0 up to a bound", (name) => {
    const y = D.apply(name, D.number(-2000));
    expect(y.hi).toBe(0);
    expect(y.e).toBeGreaterThan(0);
  });

  test("a number within its bound of an edge or a jump is lost", () => {
    const nearZero: Double = { hi: 1e-31, lo: 0, e: 1e-30 };
    for (const name of ["log", "sqrt", "sign", "step"] as const) expect(D.state(D.apply(name, nearZero))).toBe("lost");
    const nearOne: Double = { hi: 1, lo: -1e-31, e: 1e-30 };
    for (const name of ["asin", "acos"] as const) expect(D.state(D.apply(name, nearOne))).toBe("lost");
  });

  test("abs, sign, relu and step are exact", () => {
    const a = pairOf(-2, -1e-20);
    expect(D.apply("abs", a)).toMatchObject({ hi: 2, lo: 1e-20 });
    expect(D.apply("sign", a).hi).toBe(-1);
    expect(D.apply("step", a).hi).toBe(0);
    expect(D.apply("step", D.zero).hi).toBe(0);
    expect(D.apply("relu", a)).toEqual(D.zero);
    expect(D.apply("relu", D.neg(a))).toMatchObject({ hi: 2, lo: 1e-20 });
  });
});

describe("double-double arithmetic", () => {
  const number = fc.oneof(between(-1e6, 1e6), between(-1, 1), tiny);

  test("sums, products and reciprocals are right to 29 digits and within their bounds", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expectBound(D.add(a, b), truth(a) + truth(b));
        expectBound(D.sub(a, b), truth(a) - truth(b));
        expectPrecise(D.mul(a, b), multiply(truth(a), truth(b)));
        if (b.hi !== 0) expectPrecise(D.recip(b), divide(ONE, truth(b)));
      }),
      { numRuns: 2000 },
    );
  });

  test("bounds hold for numbers that are only known roughly", () => {
    const rough = fc.tuple(number, fc.integer({ min: 1, max: 100 }), fc.constantFrom(-1, 1));
    fc.assert(
      fc.property(rough, rough, ([a, places, side], [b, otherPlaces, otherSide]) => {
        const [x, y] = [
          { ...a, e: 2 ** -places },
          { ...b, e: 2 ** -otherPlaces },
        ];
        const [xTruth, yTruth] = [truth(a) + BigInt(side) * fixed(x.e), truth(b) + BigInt(otherSide) * fixed(y.e)];
        expectBound(D.add(x, y), xTruth + yTruth);
        expectBound(D.mul(x, y), multiply(xTruth, yTruth));
        expectBound(D.max(x, y), xTruth > yTruth ? xTruth : yTruth);
        expectBound(D.min(x, y), xTruth < yTruth ? xTruth : yTruth);
        if (D.state(D.recip(x)) === "value") expectBound(D.recip(x), divide(ONE, xTruth));
      }),
      { numRuns: 1000 },
    );
  });

  test("what float64 numbers give exactly carries no bound", () => {
    const [third, seven] = [D.number(1 / 3), D.number(7)];
    expect(D.mul(third, seven).e).toBe(0);
    expect(D.add(third, seven).e).toBe(0);
    expect(D.recip(D.number(8))).toEqual(D.number(0.125));
    expect(D.recip(seven).e).toBeGreaterThan(0);
  });

  test("bounds hold along chains of operations that lose digits", () => {
    const step = fc.tuple(fc.constantFrom("add", "sub", "mul", "div"), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(number, fc.array(step, { maxLength: 30 }), (start, steps) => {
        let value = start;
        let exact = truth(start);
        for (const [operation, k] of steps) {
          const other = D.apply("sqrt", D.number(k));
          const otherExact = reference.sqrt(BigInt(k) * ONE);
          if (operation === "add") [value, exact] = [D.add(value, other), exact + otherExact];
          if (operation === "sub") [value, exact] = [D.sub(value, other), exact - otherExact];
          if (operation === "mul") [value, exact] = [D.mul(value, other), multiply(exact, otherExact)];
          if (operation === "div") [value, exact] = [D.mul(value, D.recip(other)), divide(exact, otherExact)];
        }
        expectBound(value, exact);
      }),
    );
  });

  test("π is right to 31 digits", () => {
    expectBound(D.pi, PI);
    expect(D.pi.e).toBeLessThan(4e-31);
  });

  test("a literal is the nearest double-double number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.integer({ min: 0, max: 45 }), (digits, decimals) => {
        const text = digits.toString().padStart(decimals + 1, "0");
        const cut = text.length - decimals;
        const actual = D.literal(`${text.slice(0, cut)}.${text.slice(cut)}`);
        const gap = size(truth(actual) * 10n ** BigInt(decimals) - digits * ONE);
        expect(gap << 106n <= size(digits * ONE) + ((10n ** 45n) << 120n)).toBe(true);
        expectBound(actual, (digits * ONE) / 10n ** BigInt(decimals));
      }),
    );
  });

  test.each([
    ["2.5", 2.5, 0],
    ["1e3", 1000, 0],
    [".5", 0.5, 0],
    ["0", 0, 0],
    ["0e99999999999", 0, 0],
    ["9007199254740993", 9007199254740992, 1],
  ])("the literal %s is exact", (text, hi, lo) => {
    expect(D.literal(text)).toEqual({ hi, lo, e: 0 });
  });

  test("a literal out of range is lost above, and 0 with a bound below", () => {
    expect(D.state(D.literal("1e99999999999"))).toBe("lost");
    expect(D.state(D.literal("1e309"))).toBe("lost");
    const below = D.literal("1e-99999999999");
    expect([below.hi, below.e > 0]).toEqual([0, true]);
  });

  test("a power with a positive base is exp of the exponent times the logarithm", () => {
    fc.assert(
      fc.property(between(0.01, 100), between(-5, 5), (a, b) => {
        const exact = reference.exp(multiply(truth(b), reference.log(truth(a))));
        expectBound(D.power(a, { ...b, e: 0 }), exact);
      }),
      { numRuns: 100 },
    );
  });

  test("a whole exponent takes any base", () => {
    expect(D.power(D.number(-3), D.number(3))).toEqual(D.number(-27));
    expect(D.power(D.number(-2), D.number(-2))).toEqual(D.number(0.25));
    expect(D.power(D.zero, D.zero)).toEqual(D.one);
    expect(D.power(D.zero, D.number(0.5))).toEqual(D.zero);
    expect(D.state(D.power(D.zero, D.number(-1)))).toBe("none");
    expect(D.state(D.power(D.number(-2), D.number(0.5)))).toBe("none");
  });

  test("comparison is exact, and lost where bounds overlap", () => {
    const fine = pairOf(1, 1e-25);
    expect(D.greater(fine, D.one)).toEqual(D.one);
    expect(D.greater(D.one, fine)).toEqual(D.zero);
    expect(D.greater(D.one, D.one)).toEqual(D.zero);
    expect(D.state(D.greater({ ...fine, e: 1e-24 }, D.one))).toBe("lost");
    expect(D.max(fine, D.one)).toEqual(fine);
    expect(D.min(fine, D.one)).toEqual(D.one);
  });

  test("a number says how far it lies from zero and how far it may be off", () => {
    expect(D.bounds({ hi: -2, lo: 1e-20, e: 1e-30 })).toEqual({ distance: 2, error: 1e-30 });
  });

  test("no value and lost numbers spread, no value first", () => {
    const none = D.recip(D.zero);
    const lost = D.apply("exp", D.number(1e6));
    expect([none, lost].map(D.state)).toEqual(["none", "lost"]);
    for (const f of [D.add, D.sub, D.mul, D.power, D.greater, D.max, D.min]) {
      expect([f(none, D.one), f(D.one, none), f(none, lost), f(lost, none)].map(D.state)).toEqual(
        Array(4).fill("none"),
      );
      expect([f(lost, D.one), f(D.number(0.5), lost)].map(D.state)).toEqual(["lost", "lost"]);
    }
    for (const name of ["exp", "cos", "tanh", "log", "abs", "relu", "step", "sigmoid"] as const) {
      expect([D.apply(name, none), D.apply(name, lost)].map(D.state)).toEqual(["none", "lost"]);
    }
  });

  test("a product that overflows is lost, one that underflows is not exactly zero", () => {
    expect(D.state(D.mul(D.number(1e200), D.number(1e200)))).toBe("lost");
    const small = D.mul(D.number(1e-200), D.number(1e-200));
    expect(small.hi).toBe(0);
    expect(D.state(D.recip(small))).toBe("lost");
  });
});
