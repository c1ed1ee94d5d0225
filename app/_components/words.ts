import type { Assumption, Declaration } from "@/lib/shape";

type Shape = Declaration["shape"];

/** A shape as a textbook says it: "vector with n entries", "m × n matrix". */
export function shapeInWords(shape: Shape): string {
  const [rows, columns] = shape;
  if (rows === undefined) return "scalar";
  return columns === undefined ? `vector with ${rows} entries` : `${rows} × ${columns} matrix`;
}

/** A shape as the reader prints it ("n×1") in words: "n × 1 column", "1 × n row", "m × n matrix", "scalar". */
export function printedShapeInWords(printed: string): string {
  const [rows, columns] = printed.split("×");
  if (rows === undefined || columns === undefined) return printed;
  const kind = columns === "1" ? "column" : rows === "1" ? "row" : "matrix";
  return `${rows} × ${columns} ${kind}`;
}

const assumptionWords: { readonly [A in Assumption]: string } = {
  symmetric: "symmetric",
  skew: "skew-symmetric",
  diagonal: "diagonal",
  orthogonal: "orthogonal",
  "positive-definite": "symmetric positive definite",
  invertible: "invertible",
  positive: "positive entries",
  nonnegative: "no negative entries",
  nonzero: "no zero entries",
  unit: "length 1",
  simplex: "nonnegative entries that sum to 1",
  "one-hot": "one entry 1, the others 0",
  integer: "whole numbers",
};

/** What is known of a variable, in words; empty where nothing is. */
export function assumptionsInWords({ shape, assume = [] }: Declaration): string {
  const scalar = shape.length === 0;
  return assume.map((name) => (scalar ? scalarWords[name] : undefined) ?? assumptionWords[name]).join(", ");
}

const scalarWords: Partial<Record<Assumption, string>> = {
  positive: "positive",
  nonnegative: "not negative",
  nonzero: "not zero",
  integer: "a whole number",
};

/** The four policies on layout, as a learner reads them. */
export const policyWords = {
  either: "Either layout counts.",
  numerator: "Answer in numerator layout.",
  denominator: "Answer in denominator layout.",
  mixed: "Mixed layout: gradients of scalars are columns, everything else is in numerator layout.",
} as const;

export type Policy = keyof typeof policyWords;

/** What is asked for, by the form of the answer. A form without words here asks for "the answer". */
const formWords: Readonly<Record<string, string>> = {
  derivative: "the derivative",
  hessian: "the Hessian",
  differential: "the differential",
  vec: "the derivative in vec form",
  index: "a formula for one entry",
  value: "the derivative as numbers",
  stationary: "the stationary point",
  shape: "the shape of the derivative, like m x n",
  set: "the interval, like [a, b]",
};

export function askedFor(form: string): string {
  return formWords[form] ?? "the answer";
}

/** A day and time as people write it, the same on the server and in the browser. */
export function dateInWords(date: Date): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(date);
}

/** A day and time on the clocks of a place: "Fri 27 Nov 2026, 18:00". */
export function momentInZone(date: Date, zone: string): string {
  const [day, time] = [
    { weekday: "short", day: "numeric", month: "short", year: "numeric" },
    { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  ] as const;
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(date);
  return `${written(day).replace(",", "")}, ${written(time)}`;
}

/** "1 problem", "2 problems". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "Friday 6 March", the same on the server and in the browser. */
export function dayInWords(day: Date): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
    day,
  );
}

/** "6 Mar". */
export function shortDay(day: Date): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(day);
}
