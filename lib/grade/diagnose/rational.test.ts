import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fractionModulo, fractionNear } from "./rational";

const prime = 33_554_467;
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
const fractions = fc
  .tuple(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: 1, max: 4000 }))
  .filter(([top, bottom]) => top !== 0 && divisor(Math.abs(top), bottom) === 1);

/** The number that times b is a modulo the prime. */
function quotientModulo(a: number, b: number): number {
  const p = BigInt(prime);
  let [result, base, exponent] = [1n, BigInt(b), p - 2n];
  for (; exponent > 0n; exponent /= 2n) {
    if (exponent % 2n === 1n) result = (result * base) % p;
    base = (base * base) % p;
  }
  return Number((((BigInt(a) * result) % p) + p) % p);
}

describe("a small fraction", () => {
  it("is found again from its remainder", () => {
    fc.assert(
      fc.property(fractions, ([top, bottom]) => {
        expect(fractionModulo(quotientModulo(top, bottom), prime)).toEqual({ top, bottom });
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it("is found again from its decimals", () => {
    fc.assert(
      fc.property(fractions, ([top, bottom]) => {
        expect(fractionNear(top / bottom, 1e-14)).toEqual({ top, bottom });
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it.each([
    [0.5, 1e-12, { top: 1, bottom: 2 }],
    [-0.75, 1e-12, { top: -3, bottom: 4 }],
    [3, 1e-12, { top: 3, bottom: 1 }],
    [0.667, 1e-3, { top: 2, bottom: 3 }],
    [Math.PI, 1e-2, { top: 22, bottom: 7 }],
    [1000.5, 1e-6, { top: 2001, bottom: 2 }],
    [4000, 1e-12, { top: 4000, bottom: 1 }],
    [0, 1e-12, undefined],
    [Number.NaN, 1e-12, undefined],
    [4001, 1e-12, undefined],
    [1e-5, 1e-12, undefined],
    [Math.PI, 1e-12, undefined],
    [Math.SQRT2, 1e-12, undefined],
  ])("near %d within %d is %j", (value, tolerance, want) => {
    expect(fractionNear(value, tolerance)).toEqual(want);
  });

  it("is none where a remainder stands for a large one", () => {
    expect(fractionModulo(0, prime)).toBeUndefined();
    expect(fractionModulo(quotientModulo(4001, 4003), prime)).not.toEqual({ top: 4001, bottom: 4003 });
  });
});
