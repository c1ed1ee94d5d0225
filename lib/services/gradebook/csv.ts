import { stringify } from "csv-stringify/sync";

/** What stands in one field. */
export type CsvCell = string | number | null;

/**
 * A table as CSV, as RFC 4180 has it, with the mark of UTF-8 in front: without it Excel takes names apart, and Canvas and Moodle
 * read it either way. What a spreadsheet would compute as a formula gets an apostrophe, and line ends in a field become spaces, since
 * Canvas looks at single lines to find the separator. Blanks before a formula go, because some programs find it behind them.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  const plain = rows.map((row) => row.map((cell) => (typeof cell === "string" ? inOneLine(cell) : cell)));
  return stringify(plain, { bom: true, escape_formulas: true, record_delimiter: "windows" });
}

/** Blanks before a sign that begins a formula. */
const blankFormula = /^ +(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(blankFormula, "");
}

/** Points as systems compare them: to two places. */
export function pointsCell(points: number | null): number | null {
  return points === null ? null : Math.round(points * 100) / 100;
}

/** Titles of columns, told apart where two are the same. No number in brackets: Canvas would take that for an id of its own. */
export function distinct(titles: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return titles.map((title) => {
    let name = title;
    for (let count = 2; used.has(name); count++) name = `${title}, ${count}`;
    used.add(name);
    return name;
  });
}
