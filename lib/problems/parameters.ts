import { z } from "zod";
import { fail, ok, type Result, random, type Seed } from "../base";
import { canonicalName, type Expr, parse } from "../expr";
import type { FieldPath } from "./yaml";

/** How one parameter of a problem is drawn. */
const parameter = z.union([
  /** A whole number, both ends included. */
  z.strictObject({ from: z.int(), to: z.int() }).refine(({ from, to }) => from <= to, "from is larger than to"),
  /** One of these numbers, or of these names. */
  z.strictObject({ "one-of": z.array(z.union([z.number(), z.string().min(1)])).min(2, "one-of needs two or more") }),
  /** Computed from parameters that stand before it; comes out whole. */
  z.strictObject({ is: z.string().min(1) }),
]);

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, "a parameter is named by letters and digits");

/** The parameters of a problem, in the order in which they are drawn. */
export const parametersSchema = z.record(name, parameter);

export type Parameter = z.infer<typeof parameter>;
export type Parameters = z.infer<typeof parametersSchema>;

/** What was drawn, by parameter. */
export type Drawn = Readonly<Record<string, number | string>>;

/** A complaint about a field of a problem. */
export interface FieldError {
  readonly path: FieldPath;
  readonly message: string;
}

/** Draws the parameters. The same seed always draws the same, whatever else is declared beside a parameter. */
export function drawParameters(parameters: Parameters, seed: Seed): Result<Drawn, FieldError> {
  const drawn: Record<string, number | string> = {};
  for (const [key, each] of Object.entries(parameters)) {
    const value = drawOne(each, drawn, `${seed}|${key}`);
    if (!value.ok) return fail({ path: ["parameters", key], message: value.error });
    drawn[key] = value.value;
  }
  return ok(drawn);
}

/** How many different draws there are. */
export function countVariants(parameters: Parameters = {}): number {
  return Object.values(parameters).reduce((product, each) => {
    if ("is" in each) return product;
    return product * ("from" in each ? each.to - each.from + 1 : new Set(each["one-of"]).size);
  }, 1);
}

function drawOne(each: Parameter, drawn: Drawn, seed: Seed): Result<number | string, string> {
  if ("is" in each) return compute(each.is, drawn);
  const chance = random(seed);
  return ok("from" in each ? chance.int(each.from, each.to) : chance.pick(each["one-of"]));
}

const none: ReadonlySet<string> = new Set();

/** The value of a whole-number formula in parameters. */
function compute(formula: string, drawn: Drawn): Result<number, string> {
  const variables = new Map(Object.keys(drawn).map((key) => [canonicalName(key), []]));
  const vocabulary = { variables, functions: none, dimensions: none, indices: none };
  const tree = parse(formula, "text", vocabulary);
  if (!tree.ok) return fail(`"${formula}" cannot be read: + - * / ^ ( ) of whole numbers and earlier parameters`);
  const value = evaluate(tree.value, drawn);
  if (value === undefined) return fail(`"${formula}" uses more than + - * / ^ of numbers`);
  const whole = Math.round(value);
  if (Math.abs(value - whole) < 1e-9 && Number.isSafeInteger(whole)) return ok(whole);
  return fail(`"${formula}" does not come out whole: ${value} for ${JSON.stringify(drawn)}`);
}

function evaluate(expr: Expr, drawn: Drawn): number | undefined {
  if (expr.kind === "number") return Number(expr.text);
  if (expr.kind === "variable") {
    const value = Object.entries(drawn).find(([key]) => canonicalName(key) === expr.name)?.[1];
    return typeof value === "number" ? value : undefined;
  }
  if (expr.kind !== "apply") return undefined;
  const [a, b = 0] = expr.args.map((arg) => evaluate(arg, drawn) ?? Number.NaN);
  const value = a === undefined ? undefined : operate(expr.op, a, b);
  return Number.isNaN(value) ? undefined : value;
}

function operate(op: string, a: number, b: number): number | undefined {
  switch (op) {
    case "add":
      return a + b;
    case "subtract":
      return a - b;
    case "multiply":
      return a * b;
    case "divide":
      return a / b;
    case "power":
      return a ** b;
    case "negate":
      return -a;
    default:
      return undefined;
  }
}
