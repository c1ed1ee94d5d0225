import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isScalarFunction, scalarFunctions } from "../base";
import { primeField } from "./prime";
import { symbolField } from "./symbols";

const prime = 33_554_467;
const field = primeField(prime, 12_345);
const S = symbolField(field, 77);
const numbers = fc.integer({ min: 2, max: prime - 2 });
const { add, sub, mul, neg, recip, apply } = S;
const square = (a: number): number => mul(a, a);

describe("an unknown function", () => {
  it("has one value at one argument, and another at another", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        fc.pre(a !== b && a !== prime - b && mul(a, b) !== 1);
        for (const name of ["exp", "log", "sin", "sqrt", "sign", "step", "atan"] as const) {
          expect(apply(name, a)).toBe(apply(name, a));
          expect(apply(name, a)).not.toBe(apply(name, b));
        }
      }),
      { seed: 1 },
    );
  });

  it("is another one with other salt", () => {
    const other = symbolField(field, 78);
    expect(scalarFunctions.filter((name) => other.apply(name, 5) === apply(name, 5))).toEqual([]);
  });

  it("keeps the laws that are built in", () => {
    fc.assert(
      fc.property(numbers, (a) => {
        expect(mul(apply("exp", a), apply("exp", neg(a)))).toBe(1);
        expect(add(apply("log", a), apply("log", recip(a)))).toBe(0);
        expect(add(square(apply("sin", a)), square(apply("cos", a)))).toBe(1);
        expect(sub(square(apply("cosh", a)), square(apply("sinh", a)))).toBe(1);
        expect(add(square(apply("tanh", a)), recip(square(apply("cosh", a))))).toBe(1);
        expect(add(apply("sigmoid", a), apply("sigmoid", neg(a)))).toBe(1);
        expect(sub(apply("softplus", a), apply("log", add(1, apply("exp", a))))).toBe(0);
        expect(sub(apply("relu", a), apply("relu", neg(a)))).toBe(a);
        for (const name of ["sin", "tan", "asin", "atan", "sinh", "tanh", "sign"] as const)
          expect(add(apply(name, a), apply(name, neg(a)))).toBe(0);
        for (const name of ["cos", "cosh", "abs"] as const) expect(apply(name, a)).toBe(apply(name, neg(a)));
      }),
      { seed: 2 },
    );
  });

  it("keeps no law that fails on a side: |a| is not a, the root of a square is not its base", () => {
    fc.assert(
      fc.property(numbers, (a) => {
        expect(apply("abs", a)).not.toBe(a);
        expect(apply("sqrt", square(a))).not.toBe(a);
        expect(apply("relu", a)).not.toBe(a);
        expect(apply("log", square(a))).not.toBe(add(apply("log", a), apply("log", a)));
        expect(add(S.greater(a, 1), S.greater(1, a))).not.toBe(1);
      }),
      { seed: 3 },
    );
  });

  it("has the values that are known at zero", () => {
    const at0 = Object.fromEntries(scalarFunctions.filter(isScalarFunction).map((name) => [name, apply(name, 0)]));
    expect(at0).toMatchObject({ exp: 1, sin: 0, cos: 1, tan: 0, tanh: 0, sqrt: 0, abs: 0, sign: 0, relu: 0, step: 0 });
    expect(at0.log).toBeNaN();
    expect([S.max(4, 4), S.min(4, 4), S.greater(4, 4)]).toEqual([4, 4, 0]);
  });

  it("has no value where its argument has none", () => {
    for (const name of scalarFunctions) expect(apply(name, Number.NaN)).toBeNaN();
  });
});
