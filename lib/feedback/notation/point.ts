import { fail, ok, type Result } from "../../base";
import { canonicalName } from "../../expr";
import type { Declarations } from "../../shape";
import { type Line, type LineProblem, linesOf, Slip, slip } from "./lines";

/** Numbers for names, as the grading contract has them in `at`. */
export type PointNumbers = Readonly<Record<string, number | number[] | number[][]>>;

const longest = 20_000;

/**
 * Reads a point as it is typed, one value a line: `t = 2`, `x = [1; 2]`, `x = (1, 2)` or `x = 1 2`, `A = [1, 2; 3, 4]`. The value
 * alone is enough where there is one variable. Fractions and multiples of pi are numbers too.
 */
export function readPoint(text: string, { variables }: Declarations): Result<PointNumbers, LineProblem> {
  const declared = new Map(
    Object.entries(variables).map(([name, { shape }]) => [canonicalName(name), { name, shape }]),
  );
  const point: Record<string, number | number[] | number[][]> = {};
  try {
    if (text.length > longest) slip({ text, number: 1, start: 0 }, `at most ${longest} characters are read.`);
    for (const line of linesOf(text)) {
      const [only, ...others] = declared.values();
      if (only && others.length === 0 && /^[-+−.\d[(]/.test(line.text) && !Object.hasOwn(point, only.name)) {
        point[only.name] = asGiven(readRows(line, 0), only.shape.length);
        continue;
      }
      const [, typed = "", gap = ""] = /^([^\s=:]*)(\s*[=:])?/u.exec(line.text) ?? [];
      if (gap === "") slip(line, "write a name, `=` and its value: `x = [1; 2]`.");
      const found = declared.get(canonicalName(typed));
      if (!found) slip(line, `\`${typed}\` is not declared.`, 0, typed.length);
      if (Object.hasOwn(point, found.name)) slip(line, `\`${found.name}\` has a value already.`, 0, typed.length);
      const rows = readRows(line, typed.length + gap.length);
      point[found.name] = asGiven(rows, found.shape.length);
    }
  } catch (error) {
    if (error instanceof Slip) return fail(error.problem);
    throw error;
  }
  return ok(point);
}

/** Values in the notation that {@link readPoint} reads. */
export function printPoint(at: Readonly<Record<string, readonly (readonly number[])[]>>): string {
  const value = (rows: readonly (readonly number[])[]): string =>
    rows.length === 1 && rows[0]?.length === 1
      ? String(rows[0][0])
      : `[${rows.map((row) => row.join(", ")).join("; ")}]`;
  return Object.entries(at)
    .map(([name, rows]) => `${name} = ${value(rows)}`)
    .join("\n");
}

const digits = "(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?";
/** A sign, a number, pi, and what it is divided by; one of number and pi is there. */
const number = new RegExp(`^([-+]?)(?=\\d|\\.\\d|pi|π)(${digits})?\\*?(pi|π)?(?:/(${digits}))?$`, "i");

/** The number that a cell holds; NaN where it is none. */
function numberOf(cell: string): number {
  const found = number.exec(cell.replace(/[−–]/g, "-"));
  if (!found) return Number.NaN;
  const [, sign, times = "1", pi, over = "1"] = found;
  const size = (Number(times) * (pi ? Math.PI : 1)) / Number(over);
  return sign === "-" ? -size : size;
}

/** A list stands between brackets, or has several numbers. */
function listIn(body: string): { readonly text: string; readonly inset: number } {
  const isBracketed = (body.startsWith("[") && body.endsWith("]")) || (body.startsWith("(") && body.endsWith(")"));
  return isBracketed ? { text: body.slice(1, -1), inset: 1 } : { text: body, inset: 0 };
}

function readRows(line: Line, from: number): number[][] {
  const raw = line.text.slice(from);
  const body = raw.trim();
  const start = from + raw.indexOf(body);
  if (body === "") slip(line, "a value is missing behind `=`.", from - 1, from);
  const { text: list, inset } = listIn(body);
  if (inset === 0 && /^[[(]/.test(body)) slip(line, `this \`${body[0]}\` is never closed.`, start, start + 1);
  const rows: number[][] = [];
  let at = start + inset;
  for (const text of list.split(";")) {
    rows.push(cellsOf(text).map(({ cell, place }) => readCell(line, cell, at + place)));
    at += text.length + 1;
  }
  if (rows.some((row) => row.length !== rows[0]?.length)) slip(line, "the rows are not of one length.", start);
  return rows;
}

/** What stands between commas; without any, between spaces. */
function cellsOf(text: string): { readonly cell: string; readonly place: number }[] {
  const pattern = text.includes(",") || text.trim() === "" ? /[^,]*(?:,|$)/g : /\S+/g;
  const found = [...text.matchAll(pattern)].filter(
    ({ 0: match, index }) => match !== "" || index === 0 || text.endsWith(","),
  );
  return found.map(({ 0: match, index }) => {
    const bare = match.replace(/,$/, "");
    return { cell: bare.trim(), place: index + Math.max(0, bare.search(/\S/)) };
  });
}

function readCell(line: Line, cell: string, place: number): number {
  const value = numberOf(cell);
  if (!Number.isFinite(value)) slip(line, `\`${cell || " "}\` is no number.`, place, place + Math.max(1, cell.length));
  return value;
}

/** A number for a number, a list for a vector however it was typed, and rows for a matrix. */
function asGiven(rows: number[][], sides: number): number | number[] | number[][] {
  const flat = rows.flat();
  if (flat.length === 1 && sides === 0) return flat[0] as number;
  const isLine = rows.length === 1 || rows[0]?.length === 1;
  return sides < 2 && isLine ? flat : rows;
}
