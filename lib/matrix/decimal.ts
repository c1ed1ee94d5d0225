import { invariant } from "../base";

/** A decimal literal as digits · 10^shift. */
export interface Decimal {
  readonly digits: bigint;
  readonly shift: number;
}

/** Reads a decimal literal without a sign, `2.5` or `1e-3`. */
export function decimal(text: string): Decimal {
  const match = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  invariant(match, `not a decimal literal: ${text}`);
  const [, integer = "", decimals = "", exponent = "0"] = match;
  return { digits: BigInt(`0${integer}${decimals}`), shift: Number(exponent) - decimals.length };
}

/** A decimal literal as a fraction of whole numbers. Its exponent must be one that can be written out. */
export function fraction(text: string): { readonly top: bigint; readonly bottom: bigint } {
  const { digits, shift } = decimal(text);
  invariant(Math.abs(shift) <= 200_000, `too large to write out: ${text}`);
  const power = 10n ** BigInt(Math.abs(shift));
  return shift >= 0 ? { top: digits * power, bottom: 1n } : { top: digits, bottom: power };
}
