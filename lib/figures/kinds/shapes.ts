import { type Complaint, fail, ok, type Result } from "../../base";
import { type Expr, toText } from "../../expr";
import { checkShapes, printSize, type Scope, type Size, scopeOf, sizeValue } from "../../shape";
import { misfit } from "../complaints";
import type { ShapeBox, ShapeDiagram } from "../figure";
import { readExpression } from "../formula";
import { labelOf } from "../label";
import type { FieldsOf } from "../schema";

/** How long a side is drawn whose size is a name: different names, different lengths. */
const drawn: Readonly<Record<string, number>> = { m: 4, n: 3, p: 2, q: 5, k: 2, r: 6 };
const others = [7, 8, 9, 10];

/** The factors of a product from left to right. */
function factorsOf(tree: Expr): readonly Expr[] {
  return tree.kind === "apply" && tree.op === "multiply" ? tree.args.flatMap(factorsOf) : [tree];
}

function lengthsOf(names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const rest = [...others];
  return new Map([...names].map((name) => [name, drawn[name] ?? rest.shift() ?? 4]));
}

/** The factors of a product as boxes to scale, each with its sizes, and the box of the result. */
export function readShapes({ title, product, variables }: FieldsOf<"shapes">): Result<ShapeDiagram, Complaint> {
  const scope = scopeOf({
    variables: Object.fromEntries(Object.entries(variables).map(([name, shape]) => [name, { shape }])),
  });
  const read = readExpression("product", product, scope);
  if (!read.ok) return read;
  const factors = factorsOf(read.value.tree);
  if (factors.length < 2) return fail(misfit("product", "a product of at least two factors is wanted"));
  const lengths = lengthsOf(scope.dimensions);
  const boxes: ShapeBox[] = [];
  for (const factor of factors) {
    const box = boxOf(factor, scope, lengths);
    if (!box.ok) return fail({ ...box.error, field: "product" });
    boxes.push(box.value);
  }
  const whole = boxOf(read.value.tree, scope, lengths);
  return whole.ok ? ok({ kind: "shapes", title, factors: boxes, result: whole.value }) : whole;
}

function boxOf(tree: Expr, scope: Scope, lengths: ReadonlyMap<string, number>): Result<ShapeBox, Complaint> {
  const checked = checkShapes(tree, scope, toText(tree));
  if (!checked.ok) return checked;
  const { rows, cols } = checked.value.expr;
  const length = (s: Size): number => sizeValue(s, lengths);
  return ok({
    label: labelOf(tree),
    rows: length(rows),
    cols: length(cols),
    rowsName: printSize(rows),
    colsName: printSize(cols),
  });
}
