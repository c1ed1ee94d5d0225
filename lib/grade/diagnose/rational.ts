/** A fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

/** Fractions of larger parts than this are not what anybody forgot. */
const largest = 4000;

/** The fraction that a number modulo a prime above 2·`largest`² stands for, if a small one does (Wang's algorithm). */
export function fractionModulo(value: number, prime: number): Fraction | undefined {
  let [r0, r1] = [prime, value];
  let [t0, t1] = [0, 1];
  while (r1 > largest) {
    const q = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  if (t1 === 0 || Math.abs(t1) > largest || r1 === 0) return undefined;
  return t1 < 0 ? { top: -r1, bottom: -t1 } : { top: r1, bottom: t1 };
}

/** The simplest fraction within a relative distance of a number, if its parts are small (continued fractions). */
export function fractionNear(value: number, tolerance: number, most = largest): Fraction | undefined {
  const size = Math.abs(value);
  if (!(size > 0) || size > most) return undefined;
  let [h0, h1] = [0, 1];
  let [k0, k1] = [1, 0];
  let rest = size;
  for (let step = 0; step < 20; step++) {
    const whole = Math.floor(rest);
    [h0, h1] = [h1, whole * h1 + h0];
    [k0, k1] = [k1, whole * k1 + k0];
    if (h1 > most || k1 > most) return undefined;
    if (h1 > 0 && Math.abs(h1 / k1 - size) <= tolerance * size) return { top: Math.sign(value) * h1, bottom: k1 };
    rest = 1 / (rest - whole);
    if (!Number.isFinite(rest)) return undefined;
  }
  return undefined;
}
