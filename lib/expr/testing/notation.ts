import { parse, type Syntax } from "../parse";
import { toText } from "../print-text";
import { vocabulary } from "./trees";

/**
 * One line of a table of readings: the source, then `→` and the tree in plain text, or a second line with carets
 * under the place of the complaint and its name.
 */
export interface Reading {
  readonly source: string;
  readonly want: string;
}

/** Reads a table: `source → text`, or `source` above `^^^ complaint`. Two spaces stand before a source. */
export function readings(table: string): Reading[] {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  const result: Reading[] = [];
  for (let k = 0; k < lines.length; k++) {
    const line = (lines[k] as string).slice(2);
    const arrow = line.lastIndexOf(" → ");
    if (arrow >= 0) result.push({ source: line.slice(0, arrow).trimEnd(), want: line.slice(arrow + 3) });
    else result.push({ source: line, want: (lines[++k] as string).slice(2) });
  }
  return result;
}

/** What reading gives, in the notation of the table. */
export function reading(source: string, syntax: Syntax): string {
  const tree = parse(source, syntax, vocabulary);
  if (tree.ok) return toText(tree.value);
  const { start, end, what } = tree.error;
  return `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))} ${what}`;
}
