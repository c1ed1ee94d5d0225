/** What stands in the fields of an answer form, by their names. */
export type Typed = Readonly<Record<string, string>>;

/** What was typed as one answer: a text, the lines of a derivation, or the cells of a table. */
export type TypedAnswer = string | readonly string[] | Readonly<Record<string, string>>;

/** The fields whose names begin with a word, in order, each with what follows the word. */
function fieldsOf(typed: Typed, word: "line" | "entry" | "cell"): [string, string][] {
  return Object.entries(typed)
    .filter(([name]) => name.startsWith(`${word}.`))
    .map(([name, text]) => [name.slice(word.length + 1), text]);
}

/** The lines of a derivation as they stand, empty ones too. */
export function linesOf(typed: Typed): readonly string[] {
  const lines: string[] = [];
  for (const [place, text] of fieldsOf(typed, "line")) lines[Number(place)] = text;
  return Array.from(lines, (line) => line ?? "");
}

/** The entries of a grid, row by row, as one matrix in the text form. */
export function matrixOf(typed: Typed): string {
  const rows: string[][] = [];
  for (const [place, text] of fieldsOf(typed, "entry")) {
    const [row = 0, column = 0] = place.split(".").map(Number);
    const entries = rows[row] ?? [];
    entries[column] = text.trim();
    rows[row] = entries;
  }
  if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0] ?? "";
  return `[${rows.map((entries) => Array.from(entries, (entry) => entry ?? "").join(", ")).join("; ")}]`;
}

/** The answer that the fields come to. Empty lines are no lines. */
export function answerOf(typed: Typed): TypedAnswer {
  const cells = fieldsOf(typed, "cell");
  if (cells.length > 0) return Object.fromEntries(cells);
  if (fieldsOf(typed, "line").length > 0) return linesOf(typed).filter((line) => line.trim() !== "");
  if (fieldsOf(typed, "entry").length > 0) return matrixOf(typed);
  return typed.choice ?? typed.answer ?? "";
}

/** True where nothing was typed that could be an answer. */
export function isEmpty(typed: Typed): boolean {
  return Object.values(typed).every((text) => text.trim() === "");
}

/** How many characters were typed. */
export function lengthOf(typed: Typed): number {
  return Object.values(typed).reduce((sum, text) => sum + text.length, 0);
}
