/** `a` to a whole number ≥ 0 by squaring, over any multiplication. */
export function wholePower<T>(a: T, exponent: number, one: T, mul: (a: T, b: T) => T): T {
  let result = one;
  let base = a;
  let started = false;
  for (let k = exponent; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) {
      result = started ? mul(result, base) : base;
      started = true;
    }
    if (k > 1) base = mul(base, base);
  }
  return result;
}
