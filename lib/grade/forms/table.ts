import { type Complaint, complain, fail, ok, type Result } from "../../base";
import { jacobian, trace } from "../../diff";
import { lower, type Program, run, type Values } from "../../evaluate";
import { type Double, doubleDouble, type Matrix, transpose } from "../../matrix";
import { numeratorShape, printShape, type ShapedExpr } from "../../shape";
import { type Answer, invalid } from "../judge";
import { stateOf } from "../numeric";
import { badRecord, type Declared, type Problem, readAuthored, readFunction } from "../problem";
import { layOutJacobian } from "../truth";
import type { Verdict } from "../verdict";
import type { FormReader } from "./form";
import { type GivenPoint, liftEntries, readEntries, readPoint, sizesFor } from "./given";
import { defaultTolerance, precise, readNumbers, shapeOfMatrix } from "./numbers";
import { withVariableFor } from "./subexpressions";
import { matching } from "./value";

type Cell = NonNullable<Problem["cells"]>[string];

/** The matrices that a cell may hold: one, or the two layouts of an adjoint. */
type CellTruth = readonly Matrix<Double>[];

/** A problem at its point. */
interface Setting {
  readonly declared: Declared;
  readonly source: ShapedExpr;
  readonly point: GivenPoint;
  readonly at: Values<Double>;
}

const M = precise;

function programOf(expr: ShapedExpr, { declared, point }: Setting): Result<Program, Complaint> {
  const sizes = sizesFor(expr, declared, point);
  if (!sizes.ok) return sizes;
  const program = lower(expr, sizes.value, declared.scope);
  return program.ok ? program : fail(badRecord("the function is too large to compute"));
}

function partValue(part: ShapedExpr, setting: Setting): Result<CellTruth, Complaint> {
  const program = programOf(part, setting);
  return program.ok ? ok([run(program.value, M, setting.at)]) : program;
}

/** The derivative of a part along a seed; a variable that the seed does not name stays where it is. */
function tangentOf(
  part: ShapedExpr,
  seed: Extract<Cell, { tangent: string }>["seed"],
  field: string,
  setting: Setting,
): Result<CellTruth, Complaint> {
  const { declared, point, at } = setting;
  const read = readEntries(`${field}.seed`, seed, declared.scope, new Map(point.sizes));
  if (!read.ok) return read;
  const program = programOf(part, setting);
  if (!program.ok) return program;
  const there = trace(program.value, M, at);
  let total = M.map(there.value, (a) => (doubleDouble.state(a) === "value" ? doubleDouble.zero : a));
  for (const [name, direction] of liftEntries(doubleDouble, read.value)) {
    const along = there.along(name, direction);
    if (along) total = M.add(total, along);
  }
  return ok([total]);
}

/** A name that no author can type. */
const partName = "$part";

/** The derivative of the function by a part of it, in both layouts. */
function adjointOf(part: ShapedExpr, field: string, setting: Setting): Result<CellTruth, Complaint> {
  const { source, at } = setting;
  const outer = withVariableFor(source, part, partName);
  if (!outer) return fail({ ...badRecord("this is not a part of the function"), field });
  if (!numeratorShape(source, part))
    return fail(badRecord(`the derivative of ${printShape(source)} by ${printShape(part)} has no layout`));
  const [inner, whole] = [programOf(part, setting), programOf(outer, setting)];
  if (!inner.ok) return inner;
  if (!whole.ok) return whole;
  const here = run(inner.value, M, at);
  const there = trace(whole.value, M, new Map(at).set(partName, here));
  if (stateOf(doubleDouble, there.value) !== "value") return ok([there.value]);
  const numerator = layOutJacobian(jacobian(there, M, partName, here), there.value, here);
  return ok([numerator, transpose(numerator)]);
}

function cellTruth(name: string, cell: Cell, setting: Setting): Result<CellTruth, Complaint> {
  const field = `cells.${name}`;
  const text = "value" in cell ? cell.value : "tangent" in cell ? cell.tangent : cell.adjoint;
  const part = readAuthored(field, text, setting.declared.scope);
  if (!part.ok) return part;
  const truth =
    "value" in cell
      ? partValue(part.value, setting)
      : "tangent" in cell
        ? tangentOf(part.value, cell.seed, field, setting)
        : adjointOf(part.value, field, setting);
  if (!truth.ok) return truth;
  const hasValue = truth.value.every((form) => stateOf(doubleDouble, form) === "value");
  return hasValue ? truth : fail({ ...badRecord("this cell has no value at that point"), field });
}

type Truths = ReadonlyMap<string, CellTruth>;

function readCells(declared: Declared): Result<Truths, Complaint> {
  const source = readFunction(declared);
  if (!source.ok) return source;
  const point = readPoint(declared);
  if (!point.ok) return point;
  const setting = { declared, source: source.value, point: point.value, at: point.value.values(doubleDouble) };
  const truths = new Map<string, CellTruth>();
  for (const [name, cell] of Object.entries(declared.problem.cells ?? {})) {
    const truth = cellTruth(name, cell, setting);
    if (!truth.ok) return truth;
    truths.set(name, truth.value);
  }
  return truths.size > 0 ? ok(truths) : fail(badRecord("cells are missing"));
}

/** The text of every cell, by name; a cell that is missing is as good as empty. */
function textsOf({ text }: Answer, truths: Truths): Result<Readonly<Record<string, string>>, Complaint> {
  const nowhere = { start: 0, end: 0 };
  if (typeof text !== "object" || Array.isArray(text))
    return fail(complain("syntax", "not-this-form", { want: "a table of cells" }, nowhere));
  const cells = text as Readonly<Record<string, string>>;
  const other = Object.keys(cells).find((name) => !truths.has(name));
  if (other === undefined) return ok(cells);
  return fail({ ...complain("unknown-name", "unknown-name", { name: other, suggestion: "" }, nowhere), field: other });
}

function judgeCells(answer: Answer, truths: Truths, tolerance: number): Verdict {
  const texts = textsOf(answer, truths);
  if (!texts.ok) return invalid(texts.error);
  const cells: [string, boolean][] = [];
  for (const [name, forms] of truths) {
    const typed = Object.hasOwn(texts.value, name) ? (texts.value[name] as string) : "";
    const read = readNumbers(typed, answer.syntax, forms.map(shapeOfMatrix));
    if (!read.ok) return invalid({ ...read.error, field: name });
    cells.push([name, matching(read.value, forms, tolerance).includes(true)]);
  }
  const right = cells.every(([, good]) => good);
  return { status: "graded", numerator: right, denominator: right, cells: Object.fromEntries(cells) };
}

/** A trace of automatic differentiation: numbers in named cells, each graded by itself. */
export const table: FormReader = (declared) => {
  const truths = readCells(declared);
  if (!truths.ok) return truths;
  const tolerance = declared.problem.tolerance ?? defaultTolerance;
  return ok({ judge: (answer) => judgeCells(answer, truths.value, tolerance) });
};
