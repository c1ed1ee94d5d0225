import { z } from "zod";
import { type Complaint, complain, fail, ok, type Result } from "../base";
import { canonicalName, parse } from "../expr";
import {
  type Assumption,
  assumptions,
  checkShapes,
  type Declarations,
  type Scope,
  type Shape,
  type ShapedExpr,
  scopeOf,
  size,
  type Wanted,
} from "../shape";
import type { Inequality } from "./sizes";
import { policies } from "./verdict";
import { isMatrixExponent } from "./wholes";

export const forms = [
  "derivative",
  "hessian",
  "differential",
  "vec",
  "index",
  "value",
  "stationary",
  "set",
  "shape",
  "choice",
  "steps",
  "table",
] as const;

/** What kind of answer a problem asks for (contract, section 4). */
export type Form = (typeof forms)[number];

const dimension = z.union([
  z.string().regex(/^\p{L}[\p{L}\p{N}_]*$/u, "a dimension is a name or a whole number"),
  z.int().min(1).max(10_000),
]);
const shape = z.array(dimension).max(2);
const name = z.string().regex(/^\p{L}[\p{L}\p{N}_]*$/u, "a name is letters, digits and _");
const numbers = z.union([z.number(), z.array(z.number()), z.array(z.array(z.number()))]);

const variable = z.strictObject({ shape, assume: z.array(z.enum(assumptions)).optional() });
const declaredFunction = z.union([
  z.strictObject({ elementwise: z.literal(true) }),
  z.strictObject({ from: shape, to: shape }),
]);

const cell = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ tangent: z.string(), seed: z.record(z.string(), numbers) }),
  z.strictObject({ adjoint: z.string() }),
]);

/** The JSON `problem` of a record, as the contract has it. */
export const problemSchema = z.object({
  variables: z.record(name, variable).default({}),
  functions: z.record(name, declaredFunction).optional(),
  function: z.string().optional(),
  wrt: z.string().optional(),
  reference: z.string().optional(),
  form: z.enum(forms).default("derivative"),
  indices: z.array(name).optional(),
  where: z.array(z.string()).optional(),
  layout: z.enum(policies).optional(),
  at: z.record(z.string(), numbers).optional(),
  tolerance: z.number().min(0).max(1).optional(),
  options: z.record(z.string(), z.string()).optional(),
  correct: z.array(z.string()).optional(),
  cells: z.record(z.string(), cell).optional(),
});

export type Problem = z.infer<typeof problemSchema>;
export type ProblemInput = z.input<typeof problemSchema>;

/** A problem whose declarations were checked; what its form needs was not yet. */
export interface Declared {
  readonly problem: Problem;
  readonly scope: Scope;
  readonly where: readonly Inequality[];
}

const nowhere = { start: 0, end: 0 };

/** A record that is itself wrong. */
export function badRecord(detail: string): Complaint {
  return complain("syntax", "bad-record", { detail }, nowhere);
}

function readInequality(text: string, dimensions: ReadonlySet<string>): Result<Inequality, Complaint> {
  const match = /^\s*([\p{L}\p{N}_]+)\s*(>=|<=|>|<)\s*([\p{L}\p{N}_]+)\s*$/u.exec(text);
  if (!match) return fail(badRecord(`where: "${text}" is not an inequality between dimensions`));
  const side = (s: string): string | number | undefined =>
    /^\d+$/.test(s) ? Number(s) : dimensions.has(s) ? s : undefined;
  const [left, right] = [side(match[1] as string), side(match[3] as string)];
  if (left === undefined || right === undefined)
    return fail(
      complain("unknown-name", "bad-record", { detail: `where: "${text}" names an unknown dimension` }, nowhere),
    );
  return ok({ left, relation: match[2] as Inequality["relation"], right });
}

/** Assumptions that can only hold of square matrices, and those of lines only. */
const ofSquare: readonly Assumption[] = [
  "symmetric",
  "skew",
  "diagonal",
  "orthogonal",
  "positive-definite",
  "invertible",
];

function checkAssumptions(problem: Problem): Complaint | undefined {
  for (const [variableName, { shape: s, assume = [] }] of Object.entries(problem.variables)) {
    const square = s.length === 0 || (s.length === 2 && s[0] === s[1]);
    const odd = assume.find((a) => ofSquare.includes(a) && !square);
    if (odd)
      return complain(
        "shape",
        "bad-record",
        { detail: `variables: ${variableName} is assumed ${odd}, but it is not square` },
        nowhere,
      );
  }
  return undefined;
}

/** Checks a problem's JSON: names, assumptions, inequalities. What its form asks for is checked by the form. */
export function readDeclarations(input: unknown): Result<Declared, Complaint> {
  const parsed = problemSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail(badRecord(`${issue?.path.join(".") || "problem"}: ${issue?.message ?? "is not a problem"}`));
  }
  const problem = parsed.data;
  const wrong = checkAssumptions(problem);
  if (wrong) return fail(wrong);
  const scope = scopeOf(problem as Declarations, problem.indices);
  if (scope.variables.size !== Object.keys(problem.variables).length)
    return fail(badRecord("variables: two names are the same name"));
  const where: Inequality[] = [];
  for (const text of problem.where ?? []) {
    const inequality = readInequality(text, scope.dimensions);
    if (!inequality.ok) return inequality;
    where.push(inequality.value);
  }
  return ok({ problem, scope, where });
}

/** Reads an expression of the author's; complaints name the field it stands in. */
export function readAuthored(
  field: string,
  source: string,
  scope: Scope,
  wanted?: Wanted,
): Result<ShapedExpr, Complaint> {
  const tree = parse(source, "text", scope.vocabulary);
  if (!tree.ok) return fail({ ...tree.error, field });
  const checked = checkShapes(tree.value, scope, source, wanted);
  return checked.ok ? ok(checked.value.expr) : fail({ ...checked.error, field });
}

/** The author's function. */
export function readFunction({ problem, scope }: Declared): Result<ShapedExpr, Complaint> {
  if (problem.function === undefined) return fail(badRecord("function is missing"));
  const read = readAuthored("function", problem.function, scope);
  const wrt = problem.wrt && canonicalName(problem.wrt);
  if (read.ok && wrt && isMatrixExponent(wrt, read.value)) {
    const detail = `function: a power of a matrix has no derivative by its exponent ${problem.wrt}`;
    return fail(complain("shape", "bad-record", { detail }, nowhere));
  }
  return read;
}

/** The variable that is differentiated by. */
export function readWrt({ problem, scope }: Declared): Result<string, Complaint> {
  if (problem.wrt === undefined) return fail(badRecord("wrt is missing"));
  const wrt = canonicalName(problem.wrt);
  if (!scope.variables.has(wrt))
    return fail(complain("unknown-name", "bad-record", { detail: `wrt: ${problem.wrt} is not a variable` }, nowhere));
  return ok(wrt);
}

/** The declared shape of a variable. */
export function shapeOf(scope: Scope, variableName: string): Shape {
  const declared = scope.variables.get(variableName)?.shape ?? [];
  return { rows: size(declared[0] ?? 1), cols: size(declared[1] ?? 1) };
}
