import { type Complaint, fail, ok, type Result } from "../../base";
import { canonicalName, toText } from "../../expr";
import { float64, type Matrix, type Tracked } from "../../matrix";
import { isScalar, scopeOf } from "../../shape";
import { misfit } from "../complaints";
import type { ComputationGraph, NodeValue, Point } from "../figure";
import { numbersOf, readExpression, toMatrix } from "../formula";
import { adjoints, forward, type Ran, tangents } from "../graph/flow";
import { layOut } from "../graph/layers";
import { type GraphStep, stepsOf } from "../graph/steps";
import { labelOf, nameParts } from "../label";
import type { FieldsOf } from "../schema";

type Given = FieldsOf<"graph">["at"];

/** Nodes that still make a picture. */
const mostNodes = 24;

/** Numbers as an author writes them: one, a column, or rows of one length. */
function readGiven(field: string, given: Given): Result<ReadonlyMap<string, Matrix<Tracked>>, Complaint> {
  const read = new Map<string, Matrix<Tracked>>();
  for (const [name, numbers] of Object.entries(given)) {
    const rows =
      typeof numbers === "number" ? [[numbers]] : numbers.map((row) => (typeof row === "number" ? [row] : row));
    const width = rows[0]?.length ?? 0;
    if (width === 0 || rows.some((row) => row.length !== width)) {
      return fail(misfit(`${field}.${name}`, "the rows are not of one length"));
    }
    read.set(canonicalName(name), toMatrix(rows.length, width, rows.flat()));
  }
  return ok(read);
}

const shapeOf = ({ rows, cols }: Matrix<Tracked>): number[] =>
  rows === 1 && cols === 1 ? [] : cols === 1 ? [rows] : [rows, cols];

/** What an input is given: the whole of its variable, or the entry that it is. */
function inputsOf(
  steps: readonly GraphStep[],
  given: ReadonlyMap<string, Matrix<Tracked>>,
): ReadonlyMap<string, Matrix<Tracked>> {
  const inputs = new Map<string, Matrix<Tracked>>();
  for (const { name, expr, rule } of steps) {
    const whole = rule
      ? undefined
      : given.get(expr.kind === "entry" && expr.of.kind === "variable" ? expr.of.name : name);
    if (!whole) continue;
    const places =
      expr.kind === "entry" ? expr.at.map((s) => (s !== "all" && s.kind === "number" ? Number(s.text) : 1)) : [];
    const [i = 1, j = 1] = whole.rows === 1 && places.length === 1 ? [1, ...places] : places;
    inputs.set(
      name,
      places.length > 0
        ? { rows: 1, cols: 1, data: [whole.data[(i - 1) * whole.cols + j - 1] ?? float64.none] }
        : whole,
    );
  }
  return inputs;
}

function toRows(A: Matrix<Tracked>): NodeValue {
  const entries = numbersOf(A);
  return Array.from({ length: A.rows }, (_, i) => entries.slice(i * A.cols, (i + 1) * A.cols));
}

/** A seed names variables of the point, and has their shapes; what it does not name does not change. */
function readSeed(
  fields: FieldsOf<"graph">,
  at: ReadonlyMap<string, Matrix<Tracked>>,
): Result<ReadonlyMap<string, Matrix<Tracked>> | undefined, Complaint> {
  if (!fields.seed) return ok(undefined);
  const seed = readGiven("seed", fields.seed);
  if (!seed.ok) return seed;
  for (const [name, change] of seed.value) {
    const there = at.get(name);
    if (there?.rows !== change.rows || there.cols !== change.cols) {
      return fail(misfit(`seed.${name}`, `it is not of the shape of ${name} in at`));
    }
  }
  return seed;
}

/** The steps of a function at a point as a graph, with tangents along a seed and adjoints of a scalar result. */
export function readGraph(fields: FieldsOf<"graph">): Result<ComputationGraph, Complaint> {
  const at = readGiven("at", fields.at);
  if (!at.ok) return at;
  const seed = readSeed(fields, at.value);
  if (!seed.ok) return seed;
  const scope = scopeOf({
    variables: Object.fromEntries([...at.value].map(([name, value]) => [name, { shape: shapeOf(value) }])),
  });
  const read = readExpression("function", fields.function, scope);
  if (!read.ok) return read;
  const { tree, shaped } = read.value;
  if (fields.adjoints && !isScalar(shaped)) return fail(misfit("adjoints", "the result is not a number"));
  const steps = stepsOf(tree);
  if (steps.length < 2) return fail(misfit("function", "there is nothing to compute"));
  if (steps.length > mostNodes)
    return fail(misfit("function", `a graph of more than ${mostNodes} nodes cannot be read`));
  const ran = forward(steps, inputsOf(steps, at.value));
  if (!ran.ok) return ran;
  const changes = seed.value && tangents(ran.value, inputsOf(steps, seed.value));
  const back = fields.adjoints ? adjoints(ran.value) : undefined;
  return ok({ kind: "graph", title: fields.title, label: labelOf(tree), ...drawn(ran.value, changes, back) });
}

function drawn(
  ran: readonly Ran[],
  changes: readonly Matrix<Tracked>[] | undefined,
  back: readonly Matrix<Tracked>[] | undefined,
): Pick<ComputationGraph, "nodes" | "edges" | "layers" | "rows"> {
  const { places, edges, layers, rows } = layOut(ran.map(({ step }) => step.from));
  const nodes = ran.map(({ step, value }, k) => ({
    name: nameParts(step.name),
    typed: toText(step.expr),
    ...(step.rule && { rule: labelOf(step.rule) }),
    value: toRows(value),
    ...(changes && { tangent: toRows(changes[k] as Matrix<Tracked>) }),
    ...(back && { adjoint: toRows(back[k] as Matrix<Tracked>) }),
    from: step.from,
    place: places[k] as Point,
  }));
  return { nodes, edges, layers, rows };
}
