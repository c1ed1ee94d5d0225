import type { Random } from "../base";
import type { Sizes } from "../evaluate";

/** An inequality between dimensions, `n > p` or `n >= 3`. */
export interface Inequality {
  readonly left: string | number;
  readonly relation: ">" | "<" | ">=" | "<=";
  readonly right: string | number;
}

const holds: { readonly [R in Inequality["relation"]]: (a: number, b: number) => boolean } = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
};

/** What the sizes of a problem must satisfy. */
export interface SizeRules {
  readonly dimensions: readonly string[];
  readonly where: readonly Inequality[];
  /** The least size a dimension must have, because an entry with that number is used. */
  readonly least: ReadonlyMap<string, number>;
  /** Whether a size is used as a number, so that a formula could hold at small sizes only. */
  readonly counted: boolean;
}

export function satisfied(sizes: Sizes, { where, least }: SizeRules): boolean {
  const value = (side: string | number): number => (typeof side === "number" ? side : (sizes.get(side) as number));
  return (
    where.every(({ left, relation, right }) => holds[relation](value(left), value(right))) &&
    [...least].every(([name, k]) => (sizes.get(name) ?? k) >= k)
  );
}

/** All-different sizes from `low` upwards in random order; nothing where the rules cannot be met by this draw. */
function attempt(rules: SizeRules, rng: Random, low: number, spread: number): Sizes | undefined {
  const pool = Array.from({ length: rules.dimensions.length + spread }, (_, k) => low + k);
  const sizes = new Map<string, number>();
  for (const name of rules.dimensions) {
    const [taken] = pool.splice(rng.int(0, pool.length - 1), 1);
    sizes.set(name, taken as number);
  }
  return satisfied(sizes, rules) ? sizes : undefined;
}

/** Every dimension other than before, and where it can be had of other parity: signs like (−1)ⁿ must come out both ways. */
function differs(sizes: Sizes, others: readonly Sizes[], { dimensions }: SizeRules, parity: boolean): boolean {
  const apart = (d: string, other: Sizes): boolean => {
    const gap = (sizes.get(d) as number) - (other.get(d) as number);
    return parity ? gap % 2 !== 0 : gap !== 0;
  };
  if (parity) return others.slice(0, 1).every((other) => dimensions.every((d) => apart(d, other)));
  return others.every((other) => dimensions.some((d) => apart(d, other)));
}

/**
 * Several assignments of sizes: within each all sizes differ, and none is below 3 unless the rules leave nothing else.
 * At least two assignments wherever there is a dimension to vary.
 */
export function drawSizes(rules: SizeRules, rng: Random, count: number): Sizes[] {
  if (rules.dimensions.length === 0) return [new Map()];
  const found: Sizes[] = [];
  for (const [low, spread, parity] of [
    [3, 2, true],
    [3, 6, true],
    [3, 6, false],
    [2, 12, false],
    [2, 30, false],
  ] as const) {
    for (let k = 0; k < 60 && found.length < count; k++) {
      const sizes = attempt(rules, rng, low, spread);
      if (sizes && differs(sizes, found, rules, parity && found.length === 1)) found.push(sizes);
    }
    if (found.length >= Math.min(count, 2)) break;
  }
  return found;
}

/** How far above the small sizes the larger ones reach: further and further, as long as it can be paid for. */
const reaches = [3, 8, 20, 60];
const largerCount = 2;

/** Choices of larger sizes, for formulas in which a size is a number: the largest that `affordable` lets pass. */
export function drawLargerSizes(rules: SizeRules, rng: Random, affordable: (sizes: Sizes) => boolean): Sizes[] {
  let found: Sizes[] = [];
  for (const reach of reaches) {
    const drawn = Array.from({ length: largerCount }, () => attempt(rules, rng, 6, reach)).filter(
      (s) => s !== undefined,
    );
    if (drawn.length === 0) continue;
    if (!drawn.every(affordable)) break;
    found = drawn;
  }
  return found;
}

/** The smallest sizes from 2, apart and all alike, for formulas in which a size is a number: some hold only elsewhere. */
export function drawSmallestSizes(rules: SizeRules, rng: Random): Sizes[] {
  const apart = Array.from({ length: 6 }, () => attempt(rules, rng, 2, 0)).find((sizes) => sizes !== undefined);
  const alike = [2, 3, 4].map((n): Sizes => new Map(rules.dimensions.map((name) => [name, n])));
  const several = rules.dimensions.length > 1;
  return [apart, several ? alike.find((sizes) => satisfied(sizes, rules)) : undefined].filter((s) => s !== undefined);
}
