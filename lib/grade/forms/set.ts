import { type Complaint, ok, type Result } from "../../base";
import { type Expr, parse, type Syntax } from "../../expr";
import { doubleDouble } from "../../matrix";
import { invalid, singleText } from "../judge";
import type { Verdict } from "../verdict";
import type { FormReader } from "./form";
import { defaultTolerance, evaluateNumbers, numberScope, type ReadNumbers } from "./numbers";
import { type Interval, subdifferential } from "./subdifferential";

/** What was typed: one interval for each entry; `other` where it is something else that can be read. */
type ReadSet = readonly Interval[] | "other";

/** The numbers of an expression, row by row. */
function numbersOf({ value, state }: ReadNumbers): number[] {
  return state === "value" ? value.data.map((a) => doubleDouble.toNumber(a)) : value.data.map(() => Number.NaN);
}

const asPoints = (numbers: readonly number[]): Interval[] => numbers.map((a) => [a, a]);

function asIntervals(numbers: readonly number[]): Interval[] {
  return Array.from({ length: numbers.length / 2 }, (_, k) => [numbers[2 * k] as number, numbers[2 * k + 1] as number]);
}

/** Numbers without inner brackets: entries, or for a single entry its two ends, or a row of two ends for each entry. */
function fromNumbers(read: ReadNumbers, n: number): ReadSet {
  const numbers = numbersOf(read);
  const isLine = read.value.rows === 1 || read.value.cols === 1;
  if (isLine && numbers.length === n) return asPoints(numbers);
  if ((isLine && n === 1 && numbers.length === 2) || (read.value.rows === n && read.value.cols === 2))
    return asIntervals(numbers);
  return "other";
}

/** One item of a list: a number, or two ends in brackets; nothing where it is neither. */
function itemOf(item: Expr, source: string): Result<Interval | undefined, Complaint> {
  const read = evaluateNumbers(item, source);
  if (!read.ok) return read;
  const numbers = numbersOf(read.value);
  const [low, high] = numbers;
  if (low === undefined || numbers.length > 2) return ok(undefined);
  return ok(high === undefined ? [low, low] : [low, high]);
}

function itemsOf(items: readonly Expr[], source: string): Result<readonly Interval[] | undefined, Complaint> {
  const intervals: Interval[] = [];
  for (const item of items) {
    const interval = itemOf(item, source);
    if (!interval.ok) return interval;
    if (!interval.value) return ok(undefined);
    intervals.push(interval.value);
  }
  return ok(intervals);
}

/** A list in brackets, a row or a column, of which some items are brackets again. */
function nestedItems(tree: Expr): readonly Expr[] | undefined {
  if (tree.kind !== "matrix") return undefined;
  const isLine = tree.rows.length === 1 || tree.rows.every((row) => row.length === 1);
  const items = tree.rows.flat();
  return isLine && items.some((item) => item.kind === "matrix") ? items : undefined;
}

function readSet(text: string, syntax: Syntax, n: number): Result<ReadSet, Complaint> {
  const tree = parse(text, syntax, numberScope.vocabulary);
  if (!tree.ok) return tree;
  const items = nestedItems(tree.value);
  const intervals = items && itemsOf(items, text);
  if (intervals && !intervals.ok) return intervals;
  if (intervals?.value?.length === n) return ok(intervals.value);
  const read = evaluateNumbers(tree.value, text);
  if (!read.ok) return intervals?.value ? ok("other") : read;
  return ok(isZeroAlone(tree.value) ? asPoints(new Array<number>(n).fill(0)) : fromNumbers(read.value, n));
}

/** The literal `0` stands for the zero of whatever shape is wanted. */
const isZeroAlone = (tree: Expr): boolean => tree.kind === "number" && Number(tree.text) === 0;

/** Whether both ends of every interval are right, and the right way round. */
function sameSet(typed: readonly Interval[], truth: readonly Interval[], tolerance: number): boolean {
  const allowed = tolerance * Math.max(...truth.flat().map(Math.abs)) * (1 + 1e-12) + 1e-9;
  return truth.every(([low, high], k) => {
    const [first, last] = typed[k] as Interval;
    return first <= last && Math.abs(first - low) <= allowed && Math.abs(last - high) <= allowed;
  });
}

/** Intervals: the subdifferential at the point `at`. */
export const set: FormReader = (declared) => {
  const truth = subdifferential(declared);
  if (!truth.ok) return truth;
  const tolerance = declared.problem.tolerance ?? defaultTolerance;
  return ok({
    judge: (answer): Verdict => {
      const text = singleText(answer, "an interval");
      if (!text.ok) return invalid(text.error);
      const read = readSet(text.value, answer.syntax, truth.value.length);
      if (!read.ok) return invalid(read.error);
      const right = read.value !== "other" && sameSet(read.value, truth.value, tolerance);
      return { status: "graded", numerator: right, denominator: right };
    },
  });
};
