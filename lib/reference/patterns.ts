import { type Expr, parts } from "../expr";

/**
 * A tree with what does not matter for finding it taken away: numbers in front, signs, the way an inverse or a norm is
 * written. Products and sums are lists.
 */
interface Pattern {
  readonly op: string;
  readonly args: readonly Pattern[];
  /** `name`: the variable. */
  readonly name?: string;
}

const leaf = (op: string): Pattern => ({ op, args: [] });
const node = (op: string, ...args: readonly Pattern[]): Pattern => ({ op, args });

const isConstant = (pattern: Pattern): boolean =>
  pattern.op === "number" || (["product", "over"].includes(pattern.op) && pattern.args.every(isConstant));

/** A product without the numbers in it; nested products are one. */
function product(factors: readonly Pattern[]): Pattern {
  const flat = factors.flatMap((factor) => (factor.op === "product" ? factor.args : [factor]));
  const kept = flat.filter((factor) => !isConstant(factor));
  if (kept.length === 0) return leaf("number");
  return kept.length === 1 ? (kept[0] as Pattern) : node("product", ...kept);
}

function sum(terms: readonly Pattern[]): Pattern {
  return node("sum", ...terms.flatMap((term) => (term.op === "sum" ? term.args : [term])));
}

const isMatrix = (pattern: Pattern): boolean =>
  pattern.op === "name" ? /^\p{Lu}/u.test(pattern.name ?? "") : pattern.args.some(isMatrix);

function log(of: Pattern): Pattern {
  return of.op === "det" ? node("logdet", ...of.args) : node("log", of);
}

/** How an operator is simplified; what is not here keeps its name and its arguments. */
const rules: Readonly<Record<string, (...args: Pattern[]) => Pattern>> = {
  multiply: (a, b) => product([a, b] as Pattern[]),
  cross: (a, b) => product([a, b] as Pattern[]),
  divide: (a, b) => (b && isConstant(b) ? (a as Pattern) : node("over", a as Pattern, b as Pattern)),
  add: (a, b) => sum([a, b] as Pattern[]),
  subtract: (a, b) => sum([a, b] as Pattern[]),
  negate: (a) => a as Pattern,
  norm2: (a) => node("norm", a as Pattern),
  normF: (a) => node("norm", a as Pattern),
  bars: (a) => node(isMatrix(a as Pattern) ? "det" : "abs", a as Pattern),
  dot: (a, b) => product([node("transpose", a as Pattern), b as Pattern]),
  outer: (a, b) => product([a as Pattern, node("transpose", b as Pattern)]),
  log: (a) => log(a as Pattern),
};

function power(base: Pattern, exponent: Expr): Pattern {
  const text = exponentText(exponent);
  if (text === "-1") return node("inverse", base);
  return text === undefined ? node("power", base, patternOf(exponent)) : node(`power ${text}`, base);
}

/** A number as an exponent: it matters, unlike a number in front. */
function exponentText(exponent: Expr): string | undefined {
  if (exponent.kind === "number") return exponent.text;
  if (exponent.kind !== "apply" || exponent.op !== "negate") return undefined;
  const inner = exponentText(exponent.args[0] as Expr);
  return inner && `-${inner}`;
}

export function patternOf(expr: Expr): Pattern {
  switch (expr.kind) {
    case "number":
    case "pi":
    case "size":
      return leaf("number");
    case "variable":
      return { op: "name", args: [], name: expr.name };
    case "index":
      return { op: "name", args: [], name: expr.name };
    case "identity":
      return leaf("identity");
    case "call":
      return node(
        expr.derivative ? "slope" : "call",
        { op: "name", args: [], name: expr.name },
        patternOf(expr.argument),
      );
    case "apply": {
      const [first, second] = expr.args;
      if (first && second && (expr.op === "power" || expr.op === "entryPower")) return power(patternOf(first), second);
      if (["ones", "zeros", "unit"].includes(expr.op)) return leaf(expr.op);
      const args = expr.args.map(patternOf);
      return rules[expr.op]?.(...args) ?? node(expr.op, ...args);
    }
    default:
      return node(expr.kind, ...parts(expr).map(patternOf));
  }
}

/** What a name is likely to be, by how it is written: a matrix, a vector, a number. */
const kindOf = (name: string): string => (/^\p{Lu}/u.test(name) ? "M" : name.length === 1 ? "v" : "s");

/** A pattern as text with its names numbered as they come, so that renaming changes nothing; sums in one order. */
function keyOf(pattern: Pattern, withKinds: boolean): string {
  const numbers = new Map<string, number>();
  const blind = (p: Pattern): string =>
    p.op === "name" ? `_${withKinds ? kindOf(p.name ?? "") : ""}` : `${p.op}(${ordered(p).map(blind).join()})`;
  const ordered = (p: Pattern): readonly Pattern[] =>
    p.op === "sum" ? [...p.args].sort((a, b) => (blind(a) < blind(b) ? -1 : 1)) : p.args;
  const write = (p: Pattern): string => {
    if (p.op !== "name") return `${p.op}(${ordered(p).map(write).join()})`;
    const name = p.name ?? "";
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return `${withKinds ? kindOf(name) : ""}${numbers.get(name)}`;
  };
  return write(pattern);
}

/** The keys of one pattern: with what names are likely to be, and without. */
export interface Keys {
  readonly close: string;
  readonly loose: string;
}

export function keysOf(expr: Expr): Keys {
  const pattern = patternOf(expr);
  return { close: keyOf(pattern, true), loose: keyOf(pattern, false) };
}

/** A part that says something: more than a name, a number or a transposed name. */
function isTelling(pattern: Pattern): boolean {
  if (["name", "number", "identity"].includes(pattern.op)) return false;
  return pattern.op !== "transpose" || isTelling(pattern.args[0] as Pattern);
}

/** A pattern's parts, with every run of factors of a product. */
function partsOf(pattern: Pattern): readonly Pattern[] {
  const inner = pattern.args.flatMap(partsOf);
  const runs =
    pattern.op === "product"
      ? pattern.args.flatMap((_, from) =>
          pattern.args.slice(from + 1).map((__, k) => product(pattern.args.slice(from, from + k + 2))),
        )
      : [];
  return [pattern, ...runs, ...inner];
}

/** The keys of all telling parts of an expression. */
export function partKeysOf(expr: Expr): readonly Keys[] {
  return partsOf(patternOf(expr))
    .filter(isTelling)
    .map((part) => ({ close: keyOf(part, true), loose: keyOf(part, false) }));
}
