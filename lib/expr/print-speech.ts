import { binding, operators } from "./operators";
import type { Expr, Subscript } from "./tree";

/** Words with how tightly they hold, and whether what is said next would be heard as part of them. */
interface Said {
  readonly words: string;
  readonly binds: number;
  readonly open: boolean;
}

/** A name, or what says its own end. */
const closed = 6;
const powers: Readonly<Record<string, string>> = { "2": "squared", "3": "cubed" };

const whole = (words: string): Said => ({ words, binds: closed, open: false });

/** Words that reach to the end of what is said: `the trace of …`. */
const reaching = (words: string): Said => ({ words, binds: binding.negation, open: true });

const quantity = ({ words }: Said): string => `the quantity ${words}, end quantity`;

/** The part with its bounds said, where it holds less tightly than its place needs. */
function held(part: Said, least: number): Said {
  return part.binds >= least ? part : whole(quantity(part));
}

/** What something follows: a comma ends words that would go on. */
const before = (part: Said): string => (part.open ? `${part.words},` : part.words);

/** What stands under a power or a subscript. */
function base(e: Expr): string {
  const part = say(e);
  return part.binds >= binding.power && !part.open ? part.words : quantity(part);
}

/** One of several things said in a row. */
function item(e: Expr): string {
  const part = say(e);
  return part.binds === closed && !part.open ? part.words : quantity(part);
}

/** The inside of a function: with a comma in it, its end is said. */
function inside(e: Expr): string {
  const part = say(e);
  return part.words.includes(",") ? quantity(part) : part.words;
}

const place = (s: Subscript): string => (s === "all" ? "all" : item(s));

function sayPower(of: Expr, exponent: Expr): Said {
  const known = exponent.kind === "number" ? powers[exponent.text] : undefined;
  const words = known ?? (isMinusOne(exponent) ? "inverse" : `to the power ${item(exponent)}`);
  return { words: `${base(of)} ${words}`, binds: binding.power, open: false };
}

function isMinusOne(e: Expr): boolean {
  if (e.kind !== "apply" || e.op !== "negate") return false;
  const [one] = e.args;
  return one?.kind === "number" && one.text === "1";
}

function sayApplied(e: Expr & { kind: "apply" }): Said {
  const row = operators[e.op];
  const [a, b] = e.args as [Expr, Expr];
  if (e.op === "power") return sayPower(a, b);
  switch (row.form) {
    case "infix": {
      if (row.binds === binding.power)
        return { words: `${base(a)} ${row.say} ${item(b)}`, binds: row.binds, open: false };
      const left = held(say(a), row.binds === binding.compare ? binding.sum : row.binds);
      const right = held(say(b), row.binds + 1);
      return { words: `${before(left)} ${row.say} ${right.words}`, binds: row.binds, open: right.open };
    }
    case "prefix": {
      const part = held(say(a), row.binds);
      return { words: `${row.say} ${part.words}`, binds: row.binds, open: part.open };
    }
    case "postfix":
      return { words: `${base(a)} ${row.say}`, binds: row.binds, open: false };
    case "function":
      if (e.args.length === 0) return whole(row.say);
      return reaching(`${row.say} of ${e.args.length > 1 ? e.args.map(item).join(" and ") : inside(a)}`);
  }
}

function sayMatrix(rows: readonly (readonly Expr[])[]): string {
  const size = `${rows.length} by ${(rows[0] as readonly Expr[]).length}`;
  const lines = rows.map((row, k) => `row ${k + 1}: ${row.map(item).join(", ")}`);
  return `the ${size} matrix, ${lines.join("; ")}; end matrix`;
}

function sayCases(e: Expr & { kind: "cases" }): string {
  const lines = e.branches.map((b) => `${item(b.value)} ${b.condition ? `if ${item(b.condition)}` : "otherwise"}`);
  return `by cases, ${lines.join("; ")}; end cases`;
}

function say(e: Expr): Said {
  switch (e.kind) {
    case "number":
      return whole(e.text);
    case "pi":
      return whole("pi");
    case "variable":
    case "size":
    case "index":
      return whole(e.name.replaceAll("_", " "));
    case "identity":
      return e.size ? reaching(`the identity of size ${item(e.size)}`) : whole("the identity");
    case "apply":
      return sayApplied(e);
    case "matrix":
      return whole(sayMatrix(e.rows));
    case "entry":
      return { words: `${base(e.of)} sub ${e.at.map(place).join(" ")}`, binds: binding.power, open: false };
    case "sum": {
      const range = e.range ? ` from 1 to ${item(e.range)}` : "";
      return reaching(`the sum over ${e.index}${range} of ${inside(e.body)}`);
    }
    case "call":
      return reaching(`${e.name}${e.derivative ? " prime" : ""} of ${inside(e.argument)}`);
    case "cases":
      return whole(sayCases(e));
  }
}

/** The tree in plain English, for listening: "the trace of A times X transpose". Two trees never sound alike. */
export function toSpeech(e: Expr): string {
  return say(e).words;
}
