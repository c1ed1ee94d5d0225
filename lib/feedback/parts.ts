import { parse, type Syntax } from "../expr";
import { checkShapes, type Declarations, printShape, type ShapedExpr, scopeOf } from "../shape";

/** A part of an answer, its shape, and how deep it stands inside the whole. */
export interface AnswerPart {
  readonly start: number;
  readonly end: number;
  /** `scalar`, `n×1`. */
  readonly shape: string;
  readonly depth: number;
}

const most = 40;
/** Parts that say nothing: plain numbers, sizes and places. */
const plain: ReadonlySet<string> = new Set(["literal", "pi", "size", "index"]);

/** The parts of an answer that can be read, the whole first, each before what stands inside it; at most forty. */
export function readPartsOf(
  source: string,
  syntax: Syntax,
  declarations: Declarations,
  indices: readonly string[] = [],
): readonly AnswerPart[] {
  const scope = scopeOf(declarations, indices);
  const tree = parse(source, syntax, scope.vocabulary);
  if (!tree.ok) return [];
  const checked = checkShapes(tree.value, scope, source, { lenient: true });
  return checked.ok ? listed(checked.value.expr) : [];
}

function listed(whole: ShapedExpr): readonly AnswerPart[] {
  const found = new Map<string, AnswerPart>();
  const visit = (expr: ShapedExpr, depth: number): void => {
    const { start, end, op, args } = expr;
    const key = `${start} ${end}`;
    // A number that is repeated to a vector is still the number that was typed.
    const counts = end > start && op !== "spread" && !plain.has(op) && !found.has(key);
    if (counts && found.size < most) found.set(key, { start, end, shape: printShape(expr), depth });
    for (const part of args) visit(part, counts ? depth + 1 : depth);
  };
  visit(whole, 0);
  return [...found.values()];
}
