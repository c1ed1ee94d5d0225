import type { Random } from "../base";

function isPrime(n: number): boolean {
  for (let d = 3; d * d <= n; d += 2) if (n % d === 0) return false;
  return n % 2 === 1;
}

/** A prime between 2²⁵ and 2²⁶, so that products stay exact in float64. Drawn from the secret: nobody can type it. */
export function drawPrime(rng: Random): number {
  for (;;) {
    const candidate = 2 * rng.int(2 ** 24, 2 ** 25 - 1) + 1;
    if (isPrime(candidate)) return candidate;
  }
}
