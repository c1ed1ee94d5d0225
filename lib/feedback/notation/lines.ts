import type { Span } from "../../base";

/** Why a text of one declaration a line cannot be read: the line, counted from 1, and the place in the whole text. */
export interface LineProblem extends Span {
  readonly line: number;
  readonly message: string;
}

/** One line of a text, free of the space around it. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Where it starts in the whole text. */
  readonly start: number;
}

/** The lines that say something. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const [index, raw] of text.split("\n").entries()) {
    const bare = raw.trim();
    if (bare !== "") lines.push({ text: bare, number: index + 1, start: start + raw.indexOf(bare) });
    start += raw.length + 1;
  }
  return lines;
}

/** Leaves the reader of a text at the first slip; caught at its door and nowhere else. */
export class Slip extends Error {
  constructor(readonly problem: LineProblem) {
    super(problem.message);
  }
}

/** A slip at a part of a line; of the whole line where the part is not named. */
export function slip(line: Line, message: string, from = 0, to = line.text.length): never {
  const { number, start } = line;
  throw new Slip({ line: number, start: start + from, end: start + to, message: `Line ${number}: ${message}` });
}
