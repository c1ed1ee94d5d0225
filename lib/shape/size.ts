import { invariant } from "../base";
import type { DimensionName } from "../expr";

/**
 * The number of rows or columns: a polynomial with whole coefficients in dimension names. Names are independent
 * symbols, so two sizes are equal exactly when their polynomials are. A name that begins with `?` is not known yet.
 */
export interface Size {
  readonly key: string;
  /** Coefficient by monomial; a monomial is its names, sorted, joined by `·`; the constant is the empty one. */
  readonly terms: ReadonlyMap<string, number>;
}

const cache = new Map<string, Size>();

function fromTerms(terms: ReadonlyMap<string, number>): Size {
  const kept = [...terms].filter(([, c]) => c !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const key = kept.map(([m, c]) => `${c}${m && `·${m}`}`).join("+") || "0";
  return { key, terms: new Map(kept) };
}

/** A dimension as a size: a name, or a whole number. */
export function size(dimension: DimensionName): Size {
  const key = String(dimension);
  const known = cache.get(key);
  if (known) return known;
  const made = fromTerms(typeof dimension === "number" ? new Map([["", dimension]]) : new Map([[dimension, 1]]));
  if (cache.size < 1000) cache.set(key, made);
  return made;
}

export const one: Size = size(1);

const multiplyMonomials = (a: string, b: string): string =>
  [...a.split("·"), ...b.split("·")].filter(Boolean).sort().join("·");

export function plus(a: Size, b: Size, sign: 1 | -1 = 1): Size {
  const terms = new Map(a.terms);
  for (const [m, c] of b.terms) terms.set(m, (terms.get(m) ?? 0) + sign * c);
  return fromTerms(terms);
}

export function times(a: Size, b: Size): Size {
  if (a.key === one.key) return b;
  if (b.key === one.key) return a;
  const terms = new Map<string, number>();
  for (const [m, c] of a.terms) {
    for (const [n, d] of b.terms) {
      const product = multiplyMonomials(m, n);
      terms.set(product, (terms.get(product) ?? 0) + c * d);
    }
  }
  return fromTerms(terms);
}

export const sameSize = (a: Size, b: Size): boolean => a.key === b.key;

/** The whole number that a size is, where it has no names. */
export function fixedSize(a: Size): number | undefined {
  if (a.terms.size === 0) return 0;
  return a.terms.size === 1 ? a.terms.get("") : undefined;
}

/** The names a size is made of. */
export function namesIn(a: Size): readonly string[] {
  return [...new Set([...a.terms.keys()].flatMap((m) => m.split("·")).filter(Boolean))];
}

export const isOpen = (a: Size): boolean => a.key.includes("?");

/** True for a size of which nothing at all is known. */
export const isUnknown = (a: Size): boolean => /^1·\?\d+$/.test(a.key);

/** The size as a number, with numbers for the names. */
export function sizeValue(a: Size, values: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const [monomial, coefficient] of a.terms) {
    let product = coefficient;
    if (monomial) {
      for (const name of monomial.split("·")) {
        const value = values.get(name);
        invariant(value !== undefined, `no size for ${name}`);
        product *= value;
      }
    }
    total += product;
  }
  return total;
}

/** The size with another one put in for a name. */
export function substitute(a: Size, name: string, value: Size): Size {
  if (!a.key.includes(name)) return a;
  let result = size(0);
  for (const [monomial, coefficient] of a.terms) {
    let term = size(coefficient);
    for (const factor of monomial.split("·").filter(Boolean))
      term = times(term, factor === name ? value : size(factor));
    result = plus(result, term);
  }
  return result;
}

/** Exact quotient by a single monomial, or nothing. */
function divide(a: Size, monomial: string, coefficient: number): Size | undefined {
  const terms = new Map<string, number>();
  for (const [m, c] of a.terms) {
    const rest = m.split("·").filter(Boolean);
    for (const name of monomial.split("·").filter(Boolean)) {
      const k = rest.indexOf(name);
      if (k < 0) return undefined;
      rest.splice(k, 1);
    }
    if (c % coefficient !== 0) return undefined;
    terms.set(rest.join("·"), c / coefficient);
  }
  return fromTerms(terms);
}

/** What an unknown size turned out to be. */
export interface Solved {
  readonly name: string;
  readonly value: Size;
}

/** The unknowns in `a = b`, as far as the equation gives them; `fresh` names what it leaves open. */
export function solve(a: Size, b: Size, fresh: () => Size): readonly Solved[] | undefined {
  const gap = plus(a, b, -1);
  const open = [...gap.terms].filter(([m]) => m.includes("?"));
  if (open.length === 2) return gap.terms.size === 2 ? solveTwo(open, fresh) : undefined;
  if (open.length !== 1) return undefined;
  const [monomial, coefficient] = open[0] as [string, number];
  const parts = splitUnknown(monomial);
  if (!parts) return undefined;
  const rest = plus(gap, fromTerms(new Map([[monomial, coefficient]])), -1);
  const value = divide(rest, parts.names.join("·"), -coefficient);
  if (!value || value.key === "0" || value.key.startsWith("-")) return undefined;
  return [{ name: parts.unknown, value }];
}

/** `?1·m = ?2·n` with sizes that are independent: ?1 is a multiple of n, and ?2 the same multiple of m. */
function solveTwo(open: readonly [string, number][], fresh: () => Size): readonly Solved[] | undefined {
  const [[a, c], [b, d]] = open as [[string, number], [string, number]];
  const [left, right] = [splitUnknown(a), splitUnknown(b)];
  if (!left || !right || left.unknown === right.unknown || c * d > 0) return undefined;
  const common = greatestDivisor(Math.abs(c), Math.abs(d));
  const [m, n] = [without(left.names, right.names), without(right.names, left.names)];
  const factor = (names: readonly string[], count: number): Size =>
    names.map(size).reduce(times, size(Math.abs(count) / common));
  const [ofLeft, ofRight] = [factor(n, d), factor(m, c)];
  if (sameSize(ofRight, one)) return [{ name: left.unknown, value: times(ofLeft, size(right.unknown)) }];
  if (sameSize(ofLeft, one)) return [{ name: right.unknown, value: times(ofRight, size(left.unknown)) }];
  const multiple = fresh();
  return [
    { name: left.unknown, value: times(ofLeft, multiple) },
    { name: right.unknown, value: times(ofRight, multiple) },
  ];
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** The names of one list that are left when those of another are taken away, each as often as it stands there. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const rest = [...names];
  for (const name of others) {
    const k = rest.indexOf(name);
    if (k >= 0) rest.splice(k, 1);
  }
  return rest;
}

/** A monomial as its one unknown and its known names; nothing where it has several unknowns. */
function splitUnknown(monomial: string): { readonly unknown: string; readonly names: readonly string[] } | undefined {
  const names = monomial.split("·");
  const [unknown, ...more] = names.filter((n) => n.startsWith("?"));
  if (unknown === undefined || more.length > 0) return undefined;
  return { unknown, names: names.filter((n) => n !== unknown) };
}

/** As a reader would write it: `n`, `2·n`, `m·n + 1`. */
export function printSize(a: Size): string {
  if (a.terms.size === 0) return "0";
  const term = ([m, c]: [string, number]): string => (m === "" ? String(c) : c === 1 ? m : `${c}·${m}`);
  const [constant, rest] = [[...a.terms].filter(([m]) => m === ""), [...a.terms].filter(([m]) => m !== "")];
  return [...rest, ...constant].map(term).join(" + ").replace(/\+ -/g, "- ").replace(/\?\d+/g, "?");
}
