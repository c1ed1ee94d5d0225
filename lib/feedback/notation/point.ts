import { fail, ok, type Result } from "../../base";
import { canonicalName } from "../../expr";
import type { Declarations } from "../../shape";
import { type Line, type LineProblem, linesOf, Slip, slip } from "./lines";

/** Numbers for names, as the grading contract has them in `at`. */
export type PointNumbers = Readonly<Record<string, number | number[] | number[][]>>;

const longest = 20_000;

/** Reads a point as it is typed, one value a line: `t = 2`, `x = [1; 2]` or `x = [1, 2]`, `A = [1, 2; 3, 4]`. */
export function readPoint(text: string, { variables }: Declarations): Result<PointNumbers, LineProblem> {
  const declared = new Map(
    Object.entries(variables).map(([name, { shape }]) => [canonicalName(name), { name, shape }]),
  );
  const point: Record<string, number | number[] | number[][]> = {};
  try {
    if (text.length > longest) slip({ text, number: 1, start: 0 }, `at most ${longest} characters are read.`);
    for (const line of linesOf(text)) {
      const [, typed = "", gap = ""] = /^([^\s=]*)(\s*=)?/u.exec(line.text) ?? [];
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

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

function readRows(line: Line, from: number): number[][] {
  const raw = line.text.slice(from);
  const body = raw.trim();
  const start = from + raw.indexOf(body);
  if (body === "") slip(line, "a value is missing behind `=`.", from - 1, from);
  const isList = body.startsWith("[");
  if (isList && !body.endsWith("]")) slip(line, "this `[` is never closed.", start, start + 1);
  const rows: number[][] = [];
  let at = start + (isList ? 1 : 0);
  for (const text of isList ? body.slice(1, -1).split(";") : [body]) {
    const row: number[] = [];
    for (const cell of isList ? text.split(",") : [text]) {
      const typed = cell.trim().replace(/[−–]/g, "-");
      const value = Number(typed);
      const place = at + cell.indexOf(cell.trim());
      if (!number.test(typed) || !Number.isFinite(value)) {
        slip(line, `\`${cell.trim() || " "}\` is no number.`, place, place + Math.max(1, typed.length));
      }
      row.push(value);
      at += cell.length + 1;
    }
    rows.push(row);
  }
  if (rows.some((row) => row.length !== rows[0]?.length)) slip(line, "the rows are not of one length.", start);
  return rows;
}

/** A number for a number, a list for a vector however it was typed, and rows for a matrix. */
function asGiven(rows: number[][], sides: number): number | number[] | number[][] {
  const flat = rows.flat();
  if (flat.length === 1 && sides === 0) return flat[0] as number;
  const isLine = rows.length === 1 || rows[0]?.length === 1;
  return sides < 2 && isLine ? flat : rows;
}
