import { expect, it } from "vitest";
import { random } from "../base";
import { drawPrime, isPrime } from "./primes";

const byDivision = (n: number): boolean => {
  for (let d = 3; d * d <= n; d += 2) if (n % d === 0) return false;
  return true;
};

it("knows the primes between 2²⁵ and 2²⁶ from the other numbers", () => {
  for (let n = 2 ** 25 + 1; n < 2 ** 25 + 4000; n += 2) expect([n, isPrime(n)]).toEqual([n, byDivision(n)]);
});

it("is not fooled by numbers that pass the test to base 2", () => {
  for (const liar of [2047 * 3, 33_627_301, 35_571_601, 36_307_981, 45_318_561, 50_193_793, 52_633_841])
    expect([liar, isPrime(liar)]).toEqual([liar, byDivision(liar)]);
});

it("draws different primes from different secrets, and the same from the same", () => {
  const drawn = ["a", "b", "c", "a"].map((secret) => drawPrime(random(secret)));
  expect(new Set(drawn).size).toBe(3);
  expect(drawn[3]).toBe(drawn[0]);
  expect(drawn.every((p) => p > 2 ** 25 && p < 2 ** 26 && byDivision(p))).toBe(true);
});
