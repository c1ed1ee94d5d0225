import { wantedLayout } from "../feedback";
import type { ProblemRecord } from "../problems";
import { type Declarations, fixedSize, namesIn, type Size, sizeValue } from "../shape";
import type { ChoiceField, FieldView, GridField, TableField } from "./field-views";
import { formulaTex, gridOf, pointTex, withDifferential, withoutName } from "./formulas";
import type { Question } from "./grader/question";

type Input = "text" | "latex" | "grid";

/** How the answer to a problem is given. Nothing of the key goes into it; a grid alone has to know the shape of the answer. */
export function fieldOf(record: ProblemRecord, input: Input, question: () => Question): FieldView {
  const { variables, functions, wrt = "" } = record;
  const names: Declarations = { variables, ...(functions && { functions }) };
  const start = input === "latex" ? "latex" : "text";
  switch (record.form) {
    case "choice":
      return choiceField(record);
    case "table":
      return tableField(record, names);
    case "steps": {
      const all = withDifferential(names, wrt);
      return { kind: "steps", names: all, start, function: formulaTex(record.function ?? "", names) };
    }
    case "shape":
      return { kind: "plain", names };
    case "set":
      return { kind: "numbers", intervals: true };
    case "value":
      return gridField(record, input, question, { variables: {} }) ?? { kind: "numbers", intervals: false };
    case "differential":
      return { kind: "expression", names: withDifferential(names, wrt), start };
    case "stationary":
      return { kind: "expression", names: withoutName(names, wrt), start };
    default:
      return gridField(record, input, question, names) ?? { kind: "expression", names, start };
  }
}

function choiceField({ options = {}, correct = [] }: ProblemRecord): ChoiceField {
  return {
    kind: "choice",
    several: correct.length > 1,
    options: Object.entries(options).map(([key, markdown]) => ({ key, markdown })),
  };
}

function tableField({ cells = {} }: ProblemRecord, names: Declarations): TableField {
  return {
    kind: "table",
    cells: Object.entries(cells).map(([name, cell]) => {
      if ("value" in cell) return { name, what: "value", part: formulaTex(cell.value, names), seed: [] };
      if ("adjoint" in cell) return { name, what: "adjoint", part: formulaTex(cell.adjoint, names), seed: [] };
      return { name, what: "tangent", part: formulaTex(cell.tangent, names), seed: pointTex(cell.seed, names) };
    }),
  };
}

/** The most rows or columns that are worth a grid. */
const widest = 8;

/** The grid that an author has asked for, where the sizes are numbers. */
function gridField(
  record: ProblemRecord,
  input: Input,
  question: () => Question,
  names: Declarations,
): GridField | undefined {
  if (input !== "grid") return undefined;
  const { key, policy, kind } = question();
  if (!key.ok) return undefined;
  const known = sizesAt(record);
  const sizes = (key.value.truth?.shapes ?? []).map(({ rows, cols }) => ({
    rows: sizeIn(rows, known),
    columns: sizeIn(cols, known),
  }));
  if (sizes.length === 0 || sizes.some(({ rows, columns }) => !fits(rows) || !fits(columns))) return undefined;
  const wanted = wantedLayout(policy, kind);
  const kept = wanted === "denominator" ? sizes.slice(1) : wanted === "numerator" ? sizes.slice(0, 1) : sizes;
  return { kind: "grid", names, sizes: distinct(kept.length > 0 ? kept : sizes) };
}

/** The sizes of dimensions that follow from a point. */
function sizesAt({ variables, at = {} }: ProblemRecord): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [name, numbers] of Object.entries(at)) {
    const grid = gridOf(numbers, variables[name]);
    const [rows, columns] = variables[name]?.shape ?? [];
    if (typeof rows === "string") sizes.set(rows, grid.length);
    if (typeof columns === "string") sizes.set(columns, grid[0]?.length ?? 0);
  }
  return sizes;
}

/** A size as a number; 0 where it is not known. */
function sizeIn(size: Size, known: ReadonlyMap<string, number>): number {
  return fixedSize(size) ?? (namesIn(size).every((name) => known.has(name)) ? sizeValue(size, known) : 0);
}

function fits(size: number): boolean {
  return size >= 1 && size <= widest;
}

function distinct(sizes: GridField["sizes"]): GridField["sizes"] {
  return sizes.filter(
    ({ rows, columns }, at) => sizes.findIndex((each) => each.rows === rows && each.columns === columns) === at,
  );
}
