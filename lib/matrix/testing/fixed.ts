/** Functions to some 200 digits as whole numbers times 2⁻⁷⁰⁰, written for certainty and not for speed: the truth in tests. */
export type Fixed = bigint;

export const PLACES = 700n;
export const ONE: Fixed = 1n << PLACES;

/** A float64 number of size 2⁻⁵⁰⁰ or more, exactly. */
export function fixed(value: number): Fixed {
  let whole = value;
  let places = 0n;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    places++;
  }
  return (BigInt(whole) << PLACES) >> places;
}

export const multiply = (a: Fixed, b: Fixed): Fixed => (a * b) >> PLACES;
export const divide = (a: Fixed, b: Fixed): Fixed => (a << PLACES) / b;
export const size = (a: Fixed): Fixed => (a < 0n ? -a : a);

export function squareRoot(a: Fixed): Fixed {
  if (a === 0n) return 0n;
  const target = a << PLACES;
  let x = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const next = (x + target / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** The sum of term, term·factor·weight(1), … until nothing is left. */
function series(first: Fixed, factor: Fixed, weight: (k: bigint) => readonly [top: bigint, bottom: bigint]): Fixed {
  let total = first;
  let term = first;
  for (let k = 1n; term !== 0n; k++) {
    const [top, bottom] = weight(k);
    term = (multiply(term, factor) * top) / bottom;
    total += term;
  }
  return total;
}

/** atan by its own series, for |x| ≤ 1/4. */
function arctanSmall(x: Fixed): Fixed {
  const square = -multiply(x, x);
  let power = x;
  let total = x;
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = multiply(power, square);
    total += power / n;
  }
  return total;
}

export const PI: Fixed = 4n * (4n * arctanSmall(ONE / 5n) - arctanSmall(ONE / 239n));

/** log for arguments in [1/2, 2] by 2·atanh((x − 1)/(x + 1)). */
function logNearOne(x: Fixed): Fixed {
  const z = divide(x - ONE, x + ONE);
  const square = multiply(z, z);
  let power = z;
  let total = z;
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = multiply(power, square);
    total += power / n;
  }
  return 2n * total;
}

const LN2 = logNearOne(2n * ONE);

export function log(x: Fixed): Fixed {
  const places = BigInt(x.toString(2).length) - PLACES;
  return logNearOne(places >= 0n ? x >> places : x << -places) + places * LN2;
}

/** Right to an absolute 2⁻⁶⁰⁰ for |x| ≤ 50. */
export function exp(x: Fixed): Fixed {
  if (x < 0n) return divide(ONE, exp(-x));
  const k = x / LN2;
  return series(ONE, x - k * LN2, (n) => [1n, n]) << k;
}

export function sin(x: Fixed): Fixed {
  const r = x % (2n * PI);
  return series(r, multiply(r, r), (k) => [-1n, 2n * k * (2n * k + 1n)]);
}

export function cos(x: Fixed): Fixed {
  const r = x % (2n * PI);
  return series(ONE, multiply(r, r), (k) => [-1n, 2n * k * (2n * k - 1n)]);
}

export function atan(x: Fixed): Fixed {
  if (size(x) > ONE / 4n) return 2n * atan(divide(x, ONE + squareRoot(ONE + multiply(x, x))));
  return arctanSmall(x);
}

export function asin(x: Fixed): Fixed {
  const rest = squareRoot(ONE - multiply(x, x));
  if (rest === 0n) return x > 0n ? PI / 2n : -PI / 2n;
  return atan(divide(x, rest));
}

const expm = (x: Fixed): Fixed => exp(x) - exp(-x);
const expp = (x: Fixed): Fixed => exp(x) + exp(-x);

/** The smooth functions of the language. */
export const reference = {
  exp,
  log,
  sin,
  cos,
  tan: (x: Fixed) => divide(sin(x), cos(x)),
  asin,
  acos: (x: Fixed) => PI / 2n - asin(x),
  atan,
  sinh: (x: Fixed) => expm(x) / 2n,
  cosh: (x: Fixed) => expp(x) / 2n,
  tanh: (x: Fixed) => divide(expm(x), expp(x)),
  sqrt: squareRoot,
  sigmoid: (x: Fixed) => divide(ONE, ONE + exp(-x)),
  softplus: (x: Fixed) => log(ONE + exp(x)),
} satisfies Record<string, (x: Fixed) => Fixed>;
