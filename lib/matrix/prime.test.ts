import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction } from "./decimal";
import { primeField } from "./prime";

const PRIME = 67108859;
const P = primeField(PRIME, 31415926);
const element = fc.integer({ min: 0, max: PRIME - 1 });
const unit = fc.integer({ min: 1, max: PRIME - 1 });
const exact = (a: bigint): number => Number(((a % BigInt(PRIME)) + BigInt(PRIME)) % BigInt(PRIME));

describe("a prime field", () => {
  test("sums, differences, products and negatives are those of whole numbers modulo the prime", () => {
    const edge = fc.constantFrom(0, 1, 2, PRIME - 2, PRIME - 1);
    const any = fc.oneof(element, edge);
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [x, y] = [BigInt(a), BigInt(b)];
        expect([P.add(a, b), P.sub(a, b), P.mul(a, b), P.neg(a)]).toEqual([x + y, x - y, x * y, -x].map(exact));
      }),
      { numRuns: 5000 },
    );
  });

  test("a product never leaves the range where float64 is exact", () => {
    const largest = PRIME - 1;
    expect(largest * largest).toBeLessThan(Number.MAX_SAFE_INTEGER);
    expect(P.mul(largest, largest)).toBe(1);
    expect(() => primeField(2 ** 26 + 15, 3)).toThrow();
  });

  test("an element times its reciprocal is 1", () => {
    fc.assert(
      fc.property(unit, (a) => {
        expect(P.mul(a, P.recip(a))).toBe(1);
        expect(P.recip(a)).toBeGreaterThan(0);
        expect(P.recip(a)).toBeLessThan(PRIME);
      }),
    );
  });

  test("a whole power is repeated multiplication, a negative one its reciprocal", () => {
    fc.assert(
      fc.property(unit, fc.integer({ min: 0, max: 20 }), (a, exponent) => {
        const expected = exact(BigInt(a) ** BigInt(exponent));
        expect(P.whole(a, exponent)).toBe(expected);
        expect(P.mul(P.whole(a, -exponent), expected)).toBe(1);
      }),
    );
  });

  test("an element to the prime less one is 1", () => {
    fc.assert(
      fc.property(unit, (a) => {
        expect(P.whole(a, PRIME - 1)).toBe(1);
      }),
    );
  });

  test.each([
    ["2.5", 2, 5],
    ["0.125", 8, 1],
    ["1e-3", 1000, 1],
    ["1.5e2", 1, 150],
    [".5", 2, 1],
    ["67108859", 1, 0],
  ])("the literal %s times %d is %d", (text, factor, product) => {
    expect(P.mul(P.literal(text), factor)).toBe(product);
  });

  test("a literal agrees with its fraction", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}\.\d{0,20}(e[+-]?\d{1,2})?$/), (text) => {
        const { top, bottom } = fraction(text);
        expect(P.mul(P.literal(text), exact(bottom))).toBe(exact(top));
      }),
    );
  });

  test("a literal with an absurd exponent takes no time", () => {
    expect(P.state(P.literal("1e999999999999"))).toBe("value");
    expect(P.state(P.literal(`1e${"9".repeat(30)}`))).toBe("none");
    expect(() => fraction("1e999999999999")).toThrow("too large");
  });

  test("negative whole numbers are taken modulo the prime, others have no value", () => {
    expect(P.number(-1)).toBe(PRIME - 1);
    expect(P.number(-PRIME)).toBe(0);
    expect([P.number(0.5), P.number(Number.POSITIVE_INFINITY), P.number(Number.NaN)].map(P.state)).toEqual(
      Array(3).fill("none"),
    );
  });

  test("an element is zero or not, and never off", () => {
    expect([P.bounds(0), P.bounds(7)]).toEqual([
      { distance: 0, error: 0 },
      { distance: 1, error: 0 },
    ]);
  });

  test("1/0 has no value and is remembered until cleared", () => {
    const field = primeField(PRIME, 3);
    field.recip(5);
    expect(field.divided()).toBe(false);
    expect(field.state(field.recip(0))).toBe("none");
    expect(field.divided()).toBe(true);
    field.clear();
    expect(field.divided()).toBe(false);
    expect(field.state(field.whole(0, -2))).toBe("none");
    expect(field.divided()).toBe(true);
  });

  test("a number without a value spreads and does not count as a division", () => {
    const field = primeField(PRIME, 3);
    const { none } = field;
    const spread = [
      field.add(none, 1),
      field.sub(1, none),
      field.mul(none, 0),
      field.neg(none),
      field.recip(none),
      field.whole(none, 0),
      field.apply("exp", 1),
      field.power(2, 3),
      field.greater(2, 1),
    ];
    expect(spread.map(field.state)).toEqual(spread.map(() => "none"));
    expect(field.divided()).toBe(false);
  });
});
