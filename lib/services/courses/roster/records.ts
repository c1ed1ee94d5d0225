import { CsvError, parse } from "csv-parse/sync";
import { fail, ok, type Result } from "../../../base";

/** One row of a roster's text. */
export interface CsvRecord {
  /** The line it stands in, from 1; of a row over several lines the last. */
  readonly line: number;
  readonly cells: readonly string[];
}

const mostRows = 20_000;
const longestRow = 10_000;
const separators = [",", ";", "\t"] as const;

/** The rows of a roster, without those that are empty. A text that is broken is refused as a whole, with the line. */
export function readRecords(text: string): Result<readonly CsvRecord[], string> {
  const { separator, body, before } = opening(text);
  try {
    const found = parse(body, {
      delimiter: separator ?? guessSeparator(body),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      ltrim: true,
      max_record_size: longestRow,
      // With `info` a row comes with its place, which the package's types do not know.
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    if (found.length === 0) return fail("There is nothing in this roster.");
    if (found.length > mostRows)
      return fail(`This roster has ${found.length} rows; at most ${mostRows} are read at once.`);
    return ok(found.map(({ record, info }) => ({ line: info.lines + before, cells: record })));
  } catch (error) {
    if (error instanceof CsvError) return fail(sentenceOf(error, text));
    throw error;
  }
}

/** Spreadsheets sometimes say the separator in a first line: `sep=;`. */
function opening(text: string): { separator: string | undefined; body: string; before: number } {
  const said = /^\s*sep=([,;\t])\n/i.exec(text);
  return said
    ? { separator: said[1], body: text.slice(said[0].length), before: 1 }
    : { separator: undefined, body: text, before: 0 };
}

/** The separator that stands most often outside of quotes: in the head, or in a list without one in its first lines. */
function guessSeparator(text: string): string {
  const lines = text.split("\n", 50).filter((line) => line.trim() !== "");
  const head = lines[0] ?? "";
  const looked = (head.includes("@") ? lines : [head]).join("\n").replace(/"[^"]*"/g, "");
  const times = (separator: string) => looked.split(separator).length;
  return separators.reduce((best, next) => (times(next) > times(best) ? next : best));
}

function sentenceOf({ code, lines }: CsvError, text: string): string {
  const opened = openQuote(text);
  if (opened !== null)
    return `A quotation mark in line ${opened} is never closed, so the rows after it cannot be told apart. Nothing is read.`;
  const line = typeof lines === "number" ? ` near line ${lines}` : "";
  if (code === "CSV_MAX_RECORD_SIZE") return `A row${line} has more than ${longestRow} characters. Nothing is read.`;
  return `This cannot be read as rows of a table${line}. Nothing is read.`;
}

/** The line in which a quotation mark stands that is never closed; `null` where there is none. */
function openQuote(text: string): number | null {
  const marks = [...text.matchAll(/"/g)];
  const last = marks.length % 2 === 1 ? [...text.matchAll(/(?:^|[,;\t\n]) *"(?!")/g)].at(-1) : undefined;
  return last ? text.slice(0, last.index + last[0].length).split("\n").length : null;
}
