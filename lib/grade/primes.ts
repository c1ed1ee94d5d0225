import { type Random, random, type Seed } from "../base";

const small = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37] as const;

/** base^exponent modulo n; products stay exact, since n is below 2²⁶. */
function powerModulo(base: number, exponent: number, n: number): number {
  let [result, square] = [1, base % n];
  for (let k = exponent; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

/** Whether n passes the strong test of Miller and Rabin to a base; n − 1 = odd · 2^twos. */
function passes(base: number, n: number, odd: number, twos: number): boolean {
  let power = powerModulo(base, odd, n);
  if (power === 1 || power === n - 1) return true;
  for (let k = 1; k < twos; k++) {
    power = (power * power) % n;
    if (power === n - 1) return true;
  }
  return false;
}

/** For odd n from 41 to 2²⁶: no composite below 4.7·10⁹ passes to the bases 2, 7 and 61 (Jaeschke, 1993). */
export function isPrime(n: number): boolean {
  for (const p of small) if (n % p === 0) return false;
  let [odd, twos] = [n - 1, 0];
  for (; odd % 2 === 0; odd /= 2) twos++;
  return passes(2, n, odd, twos) && passes(7, n, odd, twos) && passes(61, n, odd, twos);
}

/** A prime between 2²⁵ and 2²⁶, so that products stay exact in float64. Drawn from the secret: nobody can type it. */
export function drawPrime(rng: Random): number {
  for (;;) {
    const candidate = 2 * rng.int(2 ** 24, 2 ** 25 - 1) + 1;
    if (isPrime(candidate)) return candidate;
  }
}

const remembered = new Map<Seed, readonly [number, number]>();
const mostRemembered = 512;

/** Two primes that follow from the seed; the latest are remembered, since finding one costs as much as a small verdict. */
export function secretPrimes(seed: Seed): readonly [number, number] {
  const found = remembered.get(seed);
  if (found) return found;
  const rng = random(`${seed}|primes`);
  const primes = [drawPrime(rng), drawPrime(rng)] as const;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(seed, primes);
  return primes;
}
