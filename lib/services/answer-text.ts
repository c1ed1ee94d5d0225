import { storable } from "../base";
import type { Answer } from "../grade";
import type { Prisma } from "../store";

type Submission = Prisma.SubmissionGetPayload<object>;

/** What was typed: one text, the lines of a derivation, or the cells of a table by their names. */
export type AnswerText = Answer["text"];

/** An answer as people read it: lines under each other, cells with their names. */
export function readable(text: AnswerText): string {
  if (typeof text === "string") return text;
  if (isLines(text)) return text.join("\n");
  return Object.entries(text)
    .map(([name, cell]) => `${name} = ${cell}`)
    .join("\n");
}

/** The parts of an answer that has any, for a row. */
export function partsOf(text: AnswerText): Prisma.InputJsonValue | undefined {
  if (typeof text === "string") return undefined;
  return isLines(text) ? [...text] : { ...text };
}

/** An answer as the database keeps it. A line or a cell has no line breaks. */
export function storableText(text: AnswerText): AnswerText {
  if (typeof text === "string") return storable(text);
  const line = (part: string) => storable(part).replace(/\s*[\r\n]+\s*/g, " ");
  if (isLines(text)) return text.map(line);
  return Object.fromEntries(Object.entries(text).map(([name, cell]) => [line(name), line(cell)]));
}

function isLines(text: Exclude<AnswerText, string>): text is readonly string[] {
  return Array.isArray(text);
}

/** An answer as the grader takes it, out of its row. */
export function answerOfRow({ text, parts, syntax }: Pick<Submission, "text" | "parts" | "syntax">): Answer {
  return { text: (parts as AnswerText | null) ?? text, syntax };
}
