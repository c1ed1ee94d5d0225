import { fail, ok, type Result, type Seed } from "../../base";
import { jacobian, trace } from "../../diff";
import { lower, type Program, run, type Sizes, type Step, unrolledSteps, type Values } from "../../evaluate";
import { parse } from "../../expr";
import { doubleDouble, type Matrix, type MatrixArithmetic } from "../../matrix";
import { checkShapes, isScalar, printShape, type Shape, type ShapedExpr, sameShape, sizeValue } from "../../shape";
import { isBranched } from "../anchors";
import { neededBy, sizeRules, turnsOnSize } from "../ask";
import { assignmentsOf } from "../assignments";
import { compare } from "../compare";
import { invalid, type Judge, singleText } from "../judge";
import { stateOf } from "../numeric";
import { drawPoint } from "../point";
import { badRecord, type Declared, readFunction, readWrt, shapeOf } from "../problem";
import type { Needed, Question, Sides } from "../question";
import { scopeWithout } from "../scope";
import { moodOf } from "../source";
import type { Graded } from "../verdict";
import { wholeExponents } from "../wholes";
import { breaksAssumption } from "./assumed";
import type { FormReader } from "./form";
import { precise } from "./numbers";
import { coordinate, slopesAlong } from "./one-sided";

/** A function whose derivative by one variable is to vanish. */
interface Task {
  readonly declared: Declared;
  readonly source: ShapedExpr;
  readonly wrt: string;
  readonly shape: Shape;
}

/** How many points are looked at to see whether a value keeps the assumptions. */
const assumptionPoints = 12;

/** The least slope that is a corner and no rounding. */
const flat = 1e-6;

/** The function at the answer: one program behind the other. */
function composed(outer: Program, wrt: string, inner: Program): Program {
  const shift = inner.steps.length;
  const last = shift - 1;
  const place = (k: number): number => (isWrt(outer.steps[k] as Step, wrt) ? last : k + shift);
  const steps = outer.steps.map((step) => ({ ...step, args: step.args.map(place) }));
  return { ...outer, steps: [...inner.steps, ...steps], work: outer.work + inner.work };
}

const isWrt = (step: Step, wrt: string): boolean => step.op === "variable" && step.name === wrt;

/**
 * Zero has no size of its own to measure rounding by, so both sides are taken beside the derivative at a drawn point:
 * that derivative against its sum with the one at the answer.
 */
function sidesAt({ declared, source, wrt, shape }: Task, answer: ShapedExpr, sizes: Sizes): Result<Sides, "size"> {
  const { scope } = declared;
  const outer = lower(source, sizes, scope);
  if (!outer.ok) return outer;
  const inner = lower(answer, sizes, scope);
  if (!inner.ok) return inner;
  const [rows, cols] = [sizeValue(shape.rows, sizes), sizeValue(shape.cols, sizes)];
  const x: Needed = { name: wrt, rows, cols, assume: scope.variables.get(wrt)?.assume ?? [], hidden: false };
  const gradient = <T>(M: MatrixArithmetic<T>, at: Values<T>): Matrix<T> => {
    const there = trace(outer.value, M, at);
    const J = jacobian(there, M, wrt, x);
    const hasValue = M.scalars.state(there.value.data[0] as T) === "value";
    return hasValue ? J : { ...J, data: J.data.map(() => there.value.data[0] as T) };
  };
  return ok({
    needed: neededBy([outer.value, inner.value], [x], scope),
    defined: (M, at) => M.scalars.state(run(outer.value, M, at).data[0] as never) === "value",
    truth: gradient,
    answer: (M, at) => M.add(gradient(M, at), gradient(M, new Map(at).set(wrt, run(inner.value, M, at)))),
    work: 2 * outer.value.work * (rows * cols + 1) + inner.value.work,
    programs: { truth: composed(outer.value, wrt, inner.value), answer: inner.value },
  });
}

function ask(task: Task, answer: ShapedExpr): Question {
  const { declared, source, wrt } = task;
  return {
    scope: declared.scope,
    rules: sizeRules(declared.scope, declared.where, [source, answer]),
    wholes: wholeExponents([source, answer], declared.scope, wrt),
    layouts: ["numerator"],
    turnsOnSize: turnsOnSize(answer) || turnsOnSize(source),
    stepsAt: (sizes) => unrolledSteps(source, sizes) + unrolledSteps(answer, sizes),
    at: (sizes) => sidesAt(task, answer, sizes),
  };
}

/** Whether the answer leaves the set that `wrt` is assumed to lie in, at points where the function has a value. */
function leavesSet({ declared, wrt }: Task, answer: ShapedExpr, question: Question, seed: Seed): boolean {
  const assume = declared.scope.variables.get(wrt)?.assume ?? [];
  if (assume.length === 0) return false;
  return assignmentsOf(question, seed).some((sizes) => {
    const sides = question.at(sizes);
    const program = lower(answer, sizes, declared.scope);
    if (!sides.ok || !program.ok) return false;
    return Array.from({ length: assumptionPoints }, (_, k) => k).some((k) => {
      const at = drawPoint(doubleDouble, sides.value.needed, moodOf(k, []), `${seed}|assumed|${k}`);
      if (!sides.value.defined(precise, at)) return false;
      const value = run(program.value, precise, at);
      return stateOf(doubleDouble, value) === "value" && breaksAssumption(value, assume);
    });
  });
}

/** Whether the function has a corner at the answer, where it has slopes to either side but no derivative. */
function hasCorner(task: Task, answer: ShapedExpr, question: Question, seed: Seed): boolean {
  const { declared, source, wrt } = task;
  return assignmentsOf(question, seed).some((sizes, round) => {
    const sides = question.at(sizes);
    const outer = lower(source, sizes, declared.scope);
    const inner = lower(answer, sizes, declared.scope);
    if (!sides.ok || !outer.ok || !inner.ok || !isBranched(outer.value)) return false;
    const at = drawPoint(doubleDouble, sides.value.needed, moodOf(0, []), `${seed}|corner|${round}`);
    const x = run(inner.value, precise, at);
    const there = new Map(at).set(wrt, x);
    return x.data.some((_, k) =>
      ([1, -1] as const).some((sign) => {
        const [slope = 0] = slopesAlong(outer.value, there, wrt, coordinate(x.data.length, k, sign)) ?? [];
        return Math.abs(slope) > flat;
      }),
    );
  });
}

const flags = (right: boolean): Graded => ({ status: "graded", numerator: right, denominator: right });

function judgeStationary(task: Task): Judge {
  const scope = scopeWithout(task.declared, task.wrt);
  return (answer, seed) => {
    const text = singleText(answer);
    if (!text.ok) return invalid(text.error);
    const tree = parse(text.value, answer.syntax, scope.vocabulary);
    if (!tree.ok) return invalid(tree.error);
    const checked = checkShapes(tree.value, scope, text.value, { shapes: [task.shape] });
    if (!checked.ok) return invalid(checked.error);
    const { expr, fits } = checked.value;
    if (fits === "none" || !sameShape(expr, task.shape)) {
      const [got, want] = [printShape(expr), printShape(task.shape)];
      return { ...flags(false), diagnosis: [{ code: "wrong-shape", got, want }] };
    }
    const question = ask(task, expr);
    const outcome = compare(question, seed);
    if (outcome.status === "undecided") return outcome;
    const right =
      outcome.right.numerator && !leavesSet(task, expr, question, seed) && !hasCorner(task, expr, question, seed);
    return { ...flags(right), ...(outcome.undefined && { diagnosis: [{ code: "undefined" }] }) };
  };
}

/** A value for `wrt`, without `wrt`, where the derivative of a scalar function by it is zero. */
export const stationary: FormReader = (declared) => {
  const wrt = readWrt(declared);
  if (!wrt.ok) return wrt;
  const source = readFunction(declared);
  if (!source.ok) return source;
  if (!isScalar(source.value))
    return fail(badRecord(`a stationary point is of a scalar function, not of ${printShape(source.value)}`));
  const shape = shapeOf(declared.scope, wrt.value);
  return ok({ judge: judgeStationary({ declared, source: source.value, wrt: wrt.value, shape }) });
};
