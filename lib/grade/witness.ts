import { type Random, random, type Seed } from "../base";
import { run, type Sizes, type Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Tracked, transpose } from "../matrix";
import { type Assumption, type Shape, type ShapedExpr, sizeValue } from "../shape";
import { ask } from "./ask";
import { drawValue } from "./draw";
import { toGrid } from "./grid";
import { fittingLayouts } from "./layouts";
import { stateOf } from "./numeric";
import type { Declared } from "./problem";
import { type SizeRules, satisfied } from "./sizes";
import type { Source } from "./source";
import type { Truth, TruthAt } from "./truth";
import type { Grid, Layout, Witness } from "./verdict";
import { withWholes } from "./wholes";

const M = arithmetic(float64);
/** Choices of sizes that are looked at, and points at each. */
const mostSizes = 8;
const mostPoints = 18;
const tellingPoints = 12;
/** Scalar operations that the search may spend. */
const mostWork = 400_000;

/** Sizes from 2 upwards, smallest first. */
function smallSizes(rules: SizeRules): Sizes[] {
  const { dimensions } = rules;
  const found: Sizes[] = [];
  const visit = (k: number, left: number, sizes: ReadonlyMap<string, number>): void => {
    if (found.length >= mostSizes) return;
    if (k === dimensions.length) {
      if (left === 0 && satisfied(sizes, rules)) found.push(sizes);
      return;
    }
    for (let extra = 0; extra <= left; extra++)
      visit(k + 1, left - extra, new Map(sizes).set(dimensions[k] as string, 2 + extra));
  };
  const farthest = dimensions.length === 0 ? 0 : 6;
  for (let total = 0; total <= farthest; total++) visit(0, total, new Map());
  return found;
}

/** Whole numbers, at first from 0 to 2, later from −2 to 3, so that the first points are the simplest. */
function wholeSource(rng: Random, attempt: number): Source<Tracked> {
  const [low, high] = attempt < 4 ? [0, 2] : attempt < 8 ? [-1, 2] : [-2, 3];
  const whole = (from: number, to: number): Tracked => float64.number(rng.int(from, to));
  return {
    scalars: float64,
    plain: true,
    entry: (kind) => {
      if (kind === "any" || kind === "integer") return whole(low, high);
      return whole(kind === "natural" ? 0 : 1, high);
    },
    pivot: () => whole(1, high),
    angle: () => float64.number(rng.int(-1, 2)),
    choice: (n) => rng.int(0, n - 1),
  };
}

/** A small value that the assumptions allow; a positive definite one as L·Lᵀ, so that it stays whole. */
function smallValue(
  source: Source<Tracked>,
  rows: number,
  cols: number,
  assume: readonly Assumption[],
): Matrix<Tracked> | undefined {
  if (assume.includes("positive-definite") && !assume.includes("diagonal") && !assume.includes("orthogonal")) {
    const positive = assume.some((a) => a === "positive" || a === "nonnegative");
    const entry = (k: number): Tracked => {
      const [i, j] = [Math.floor(k / cols), k % cols];
      if (i < j) return float64.zero;
      return i === j ? float64.one : float64.number(positive ? 1 : source.choice(3) - 1);
    };
    const L: Matrix<Tracked> = { rows, cols, data: Array.from({ length: rows * cols }, (_, k) => entry(k)) };
    return M.product(L, transpose(L));
  }
  const A = drawValue(source, rows, cols, assume);
  if (assume.includes("invertible") && A.rows === A.cols && M.det(A).v === 0) return undefined;
  return assume.includes("nonzero") && A.data.some((a) => a.v === 0) ? undefined : A;
}

/** Values for every declared variable. */
function smallPoint(truth: Truth, sizes: Sizes, source: Source<Tracked>): Values<Tracked> | undefined {
  const at = new Map<string, Matrix<Tracked>>();
  for (const [name, { shape, assume = [] }] of truth.scope.variables) {
    const [rows, cols] = [0, 1].map((k) => {
      const side = shape[k] ?? 1;
      return typeof side === "number" ? side : (sizes.get(side) as number);
    });
    const whole = sizes.get(name);
    const value =
      whole === undefined
        ? smallValue(source, rows as number, cols as number, assume)
        : M.scalar(float64.number(whole));
    if (!value) return undefined;
    at.set(name, value);
  }
  return at;
}

/** How far two grids are apart; shapes that differ are farther than any values. */
function distance(A: Grid, B: Grid): number {
  if (A.length !== B.length || A[0]?.length !== B[0]?.length) return Number.POSITIVE_INFINITY;
  return A.reduce(
    (total, row, i) => total + row.reduce((sum, a, j) => sum + Math.abs(a - (B[i]?.[j] as number)), 0),
    0,
  );
}

/** The layout that has more of the answer's sides. */
function nearerShape(answer: ShapedExpr, shapes: readonly Shape[]): Layout {
  const agreeing = (s: Shape | undefined): number =>
    s ? Number(s.rows.key === answer.rows.key) + Number(s.cols.key === answer.cols.key) : -1;
  return agreeing(shapes[1]) > agreeing(shapes[0]) ? "denominator" : "numerator";
}

const isZero = (A: Matrix<Tracked>): boolean => A.data.every((a) => a.v === 0);

/** Whether an answer of another shape than the truth can be seen to have one at these sizes. */
function showsShape(expr: ShapedExpr, shapes: readonly Shape[], sizes: Sizes): boolean {
  const count = (s: Shape): string => `${sizeValue(s.rows, sizes)}×${sizeValue(s.cols, sizes)}`;
  return fittingLayouts(expr, shapes).length > 0 || shapes.every((s) => count(s) !== count(expr));
}

/** Larger matrices show nobody anything, and are kept with every grade. */
const mostCells = 1_000;

/**
 * Both sides at a point: a witness where they are apart in every layout whose shape the answer has. A telling one has
 * no variable that is zero, no zero for the truth, and an answer that has a value.
 */
function witnessAt(
  truth: Truth,
  there: TruthAt,
  expr: ShapedExpr,
  at: Values<Tracked>,
  telling: boolean,
): Witness | undefined {
  if ((telling && [...at.values()].some(isZero)) || !there.defined(M, at)) return undefined;
  const value = there.value(M, at);
  const program = there.answer(expr);
  if (!program.ok || stateOf(float64, value) !== "value") return undefined;
  const answer = run(program.value, M, at);
  if (answer.data.length > mostCells) return undefined;
  const state = stateOf(float64, answer);
  if (state === "lost" || (telling && (state === "none" || isZero(value)))) return undefined;
  const grids = { numerator: toGrid(value), denominator: toGrid(transpose(value)) };
  const shown = state === "value" ? toGrid(answer) : null;
  const fitting = fittingLayouts(expr, truth.shapes);
  const candidates = fitting.length > 0 ? fitting : [nearerShape(expr, truth.shapes)];
  const apart = (layout: Layout): number => (shown ? distance(shown, grids[layout]) : 0);
  if (shown && candidates.some((layout) => apart(layout) === 0)) return undefined;
  const layout = candidates.reduce((best, other) => (apart(other) < apart(best) ? other : best));
  const points = Object.fromEntries([...at].map(([name, A]) => [name, toGrid(A)]));
  return { at: points, answer: shown, truth: grids[layout], layout };
}

/** Forms whose answers are matrices that can be set beside each other. */
const shownForms: ReadonlySet<string> = new Set(["derivative", "hessian", "differential", "vec"]);

/**
 * The smallest example found where a wrong answer and the truth differ: least sizes first, small whole numbers, within
 * the assumptions. None where functions are declared, since a drawn function cannot be shown.
 */
export function findWitness(declared: Declared, truth: Truth, answer: ShapedExpr, seed: Seed): Witness | undefined {
  if (!shownForms.has(declared.problem.form) || truth.scope.functions.size > 0) return undefined;
  const question = ask(truth, answer, declared.where, []);
  const rng = random(`${seed}|witness`);
  let spent = 0;
  for (const [round, drawn] of smallSizes(question.rules).entries()) {
    const sizes = withWholes(drawn, question.wholes, truth.scope, rng, round);
    const there = truth.at(sizes);
    if (!there.ok || !showsShape(answer, truth.shapes, sizes)) continue;
    for (let attempt = 0; attempt < mostPoints; attempt++) {
      spent += there.value.program.work * (there.value.runs + 1) + 2000;
      if (spent > mostWork) return undefined;
      const at = smallPoint(truth, sizes, wholeSource(rng, attempt));
      const found = at && witnessAt(truth, there.value, answer, at, attempt < tellingPoints);
      if (found) return found;
    }
  }
  return undefined;
}
