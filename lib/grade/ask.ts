import { ok, type Result } from "../base";
import { type Program, run, type Sizes, unrolledSteps } from "../evaluate";
import { fixedSize, namesIn, type Scope, type ShapedExpr, type Size, sizeValue } from "../shape";
import type { Needed, Question, Sides } from "./question";
import type { Inequality, SizeRules } from "./sizes";
import type { Truth, TruthAt } from "./truth";
import type { Layout } from "./verdict";
import { wholeExponents } from "./wholes";

/** The variables that two programs read, each once, by name so that the order of drawing is fixed. */
export function neededBy(programs: readonly Program[], extra: readonly Needed[], scope: Scope): Needed[] {
  const needed = new Map(extra.map((n) => [n.name, n]));
  for (const { steps } of programs) {
    for (const step of steps) {
      if (step.op !== "variable" || needed.has(step.name)) continue;
      const { name, rows, cols } = step;
      needed.set(name, {
        name,
        rows,
        cols,
        assume: scope.variables.get(name)?.assume ?? [],
        hidden: name.startsWith("$"),
      });
    }
  }
  return [...needed.keys()].sort().map((name) => needed.get(name) as Needed);
}

/** The least size of every dimension of which an entry with a fixed number is used. */
function leastSizes(exprs: readonly ShapedExpr[]): Map<string, number> {
  const least = new Map<string, number>();
  const reach = (range: Size, place: ShapedExpr | undefined): void => {
    const number = place?.op === "size" && place.value ? fixedSize(place.value) : undefined;
    const [name, ...more] = namesIn(range);
    if (number !== undefined && name && more.length === 0) least.set(name, Math.max(number, least.get(name) ?? 0));
  };
  const visit = (e: ShapedExpr): void => {
    const of = e.args[0];
    if (e.op === "entry" && of) {
      reach(of.rows, e.args[1]);
      reach(of.cols, e.args[2]);
    }
    if (e.op === "row" && of) reach(of.rows, e.args[1]);
    if (e.op === "column" && of) reach(of.cols, e.args[1]);
    if (e.op === "unit") reach(e.rows, of);
    for (const a of e.args) visit(a);
  };
  for (const e of exprs) visit(e);
  return least;
}

/** Whether the number of something stands in an expression: `n`, an index, or the sum of ones. */
function countsSizes(e: ShapedExpr): boolean {
  if (e.op === "index" || (e.op === "size" && e.value && namesIn(e.value).length > 0)) return true;
  if (e.op === "delta" || e.op === "unit") return false;
  if (e.op === "entry" || e.op === "row" || e.op === "column") return countsSizes(e.args[0] as ShapedExpr);
  const counting = e.op === "trace" || e.op === "total" || e.op === "product" || e.op === "norm" || e.op === "det";
  if (counting && e.args.some((a) => a.op === "identity" || a.op === "ones")) return true;
  return e.args.some(countsSizes);
}

const turning: ReadonlySet<string> = new Set(["greater", "atLeast", "max", "min", "step", "sign", "relu", "abs"]);

const isConstant = (e: ShapedExpr): boolean => e.op !== "variable" && e.op !== "call" && e.args.every(isConstant);

const namesSize = (e: ShapedExpr): boolean =>
  (e.op === "size" && e.value !== undefined && namesIn(e.value).length > 0) || e.args.some(namesSize);

/** Whether a comparison of nothing but numbers and sizes stands in an expression. */
export function turnsOnSize(e: ShapedExpr): boolean {
  const here = turning.has(e.fn ?? e.op) && isConstant(e) && namesSize(e);
  return here || e.args.some(turnsOnSize);
}

/** What the sizes must satisfy when these expressions are evaluated. */
export function sizeRules(scope: Scope, where: readonly Inequality[], exprs: readonly ShapedExpr[]): SizeRules {
  return {
    dimensions: [...scope.dimensions].sort(),
    where,
    least: leastSizes(exprs),
    counted: exprs.some(countsSizes),
  };
}

function sidesOf(truth: TruthAt, answer: Program, scope: Scope): Sides {
  return {
    needed: neededBy([truth.program, answer], truth.extra, scope),
    defined: truth.defined,
    truth: truth.value,
    answer: (M, at) => run(answer, M, at),
    programs: { truth: truth.program, answer },
    work: truth.program.work * (truth.runs + 1) + answer.work,
  };
}

/** Prepares each choice of sizes once, however often it is asked for. */
function remembered(prepare: (sizes: Sizes) => Result<Sides, "size">): Question["at"] {
  const known = new Map<string, Result<Sides, "size">>();
  return (sizes) => {
    const key = [...sizes].join();
    const found = known.get(key) ?? prepare(sizes);
    known.set(key, found);
    return found;
  };
}

/** The entries that an entry formula stands for, each a step of its own. */
function entriesOf({ indices }: Truth, sizes: Sizes): number {
  if (!indices) return 0;
  return [...indices.values()].reduce((product, range) => product * sizeValue(range, sizes), 1);
}

/** Sets an answer against a truth. */
export function ask(
  truth: Truth,
  answer: ShapedExpr,
  where: readonly Inequality[],
  layouts: readonly Layout[],
  source = truth.source,
): Question {
  return {
    scope: truth.scope,
    rules: sizeRules(truth.scope, where, [source, answer]),
    wholes: wholeExponents([source, answer], truth.scope, truth.wrt),
    layouts,
    isReference: truth.wrt === undefined,
    turnsOnSize: turnsOnSize(answer) || turnsOnSize(source),
    stepsAt: (sizes) =>
      unrolledSteps(source, sizes) + unrolledSteps(answer, sizes, truth.indices) + entriesOf(truth, sizes),
    at: remembered((sizes) => {
      const there = truth.at(sizes, source);
      if (!there.ok) return there;
      const program = there.value.answer(answer);
      return program.ok ? ok(sidesOf(there.value, program.value, truth.scope)) : program;
    }),
  };
}
