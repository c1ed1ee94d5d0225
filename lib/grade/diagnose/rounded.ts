import { type Expr, parts, withParts } from "../../expr";
import { checkShapes } from "../../shape";
import { nearlyOne } from "./factors";
import { fractionNear } from "./rational";
import type { Repair, Slip } from "./repair";

type Make = (start: number, end: number) => Expr;

const number =
  (text: string): Make =>
  (start, end) => ({ kind: "number", text, start, end });

const apply =
  (op: (Expr & { kind: "apply" })["op"], ...args: readonly Make[]): Make =>
  (start, end) => ({ kind: "apply", op, args: args.map((a) => a(start, end)), start, end });

const pi: Make = (start, end) => ({ kind: "pi", start, end });

/** Numbers that decimals are typed for. */
const bases: readonly { readonly value: number; readonly make?: Make; readonly most: number }[] = [
  { value: 1, most: 60 },
  { value: Math.PI, make: pi, most: 8 },
  { value: Math.SQRT2, make: apply("sqrt", number("2")), most: 8 },
  { value: Math.sqrt(3), make: apply("sqrt", number("3")), most: 8 },
  { value: Math.sqrt(5), make: apply("sqrt", number("5")), most: 4 },
  { value: 1 / Math.PI, make: apply("divide", number("1"), pi), most: 8 },
  { value: Math.sqrt(Math.PI), make: apply("sqrt", pi), most: 4 },
  {
    value: 1 / Math.sqrt(2 * Math.PI),
    make: apply("divide", number("1"), apply("sqrt", apply("multiply", number("2"), pi))),
    most: 4,
  },
  { value: Math.E, make: apply("exp", number("1")), most: 4 },
  { value: 1 / Math.E, make: apply("exp", apply("negate", number("1"))), most: 4 },
  { value: Math.LN2, make: apply("log", number("2")), most: 4 },
  { value: 1 / Math.LN2, make: apply("divide", number("1"), apply("log", number("2"))), most: 4 },
  { value: Math.LN10, make: apply("log", number("10")), most: 4 },
  { value: 1 / Math.LN10, make: apply("divide", number("1"), apply("log", number("10"))), most: 4 },
];

const mostCandidates = 12;
const mostChoices = 64;

/** One unit in the last place that was typed. */
function lastPlace(text: string): number {
  const [, fraction = "", exponent = "0"] = /^\d*\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  return 10 ** (Number(exponent) - fraction.length);
}

/** Exact numbers that a typed decimal may have been rounded from, simplest first. */
export function exactFor(text: string): Make[] {
  const value = Number(text);
  if (!/[.e]/i.test(text) || !(value > 0)) return [];
  const unit = lastPlace(text) * (1 + 1e-9);
  const found: { readonly make: Make; readonly weight: number }[] = [];
  for (const [place, { value: base, make, most }] of bases.entries()) {
    for (let bottom = 1; bottom <= most; bottom++) {
      const top = Math.round((value / base) * bottom);
      const exact = (base * top) / bottom;
      if (top === 0 || Math.abs(exact - value) > unit || Math.abs(exact - value) <= 1e-15 * value) continue;
      const fraction = fractionNear(top / bottom, 1e-12);
      if (!fraction || fraction.bottom !== bottom || (make && top > 40)) continue;
      found.push({ make: scaledMake(make, top, bottom), weight: bottom + (make ? top + 2 + place / 20 : 0) });
    }
  }
  found.sort((a, b) => a.weight - b.weight);
  return found.slice(0, mostCandidates).map((f) => f.make);
}

function scaledMake(make: Make | undefined, top: number, bottom: number): Make {
  const over = (a: Make): Make => (bottom === 1 ? a : apply("divide", a, number(String(bottom))));
  if (!make) return over(number(String(top)));
  return over(top === 1 ? make : apply("multiply", number(String(top)), make));
}

/** The decimals of a tree, in reading order. */
function decimals(expr: Expr): (Expr & { kind: "number" })[] {
  if (expr.kind === "number") return /[.e]/i.test(expr.text) ? [expr] : [];
  return parts(expr).flatMap(decimals);
}

function exchanged(expr: Expr, by: ReadonlyMap<number, Make>): Expr {
  const make = expr.kind === "number" ? by.get(expr.start) : undefined;
  if (make) return make(expr.start, expr.end);
  const own = parts(expr);
  return own.length === 0
    ? expr
    : withParts(
        expr,
        own.map((part) => exchanged(part, by)),
      );
}

/** Every way to keep each decimal or to put an exact number in its place, but not to keep all. */
function choicesFor(typed: readonly (Expr & { kind: "number" })[]): ReadonlyMap<number, Make>[] {
  let choices: ReadonlyMap<number, Make>[] = [new Map()];
  const each = typed.length === 1 ? mostCandidates : 3;
  for (const { text, start } of typed.slice(0, 4)) {
    const exact = exactFor(text).slice(0, each);
    choices = choices.flatMap((c) => [c, ...exact.map((make) => new Map(c).set(start, make))]);
  }
  return choices.filter((c) => c.size > 0).slice(0, mostChoices);
}

/** Decimals of the answer put back to the exact numbers that they were rounded from. */
export function* roundedConstant(slip: Slip): Generator<Repair> {
  const { truth, tree, text } = slip;
  const typed = decimals(tree);
  if (typed.length === 0) return;
  const wanted = { shapes: truth.shapes, ...(truth.indices && { indices: truth.indices }) };
  for (const choice of choicesFor(typed)) {
    const checked = checkShapes(exchanged(tree, choice), truth.scope, text, wanted);
    const changed = typed.filter((t) => choice.has(t.start)).map((t) => t.text);
    if (checked.ok)
      yield { facts: changed.length === 1 ? { part: changed[0] as string } : {}, truth, answer: checked.value.expr };
  }
  yield* nearlyOne(slip);
}
