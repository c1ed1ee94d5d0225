import type { TypedAnswer } from "../../base";
import type { Syntax } from "../../expr";
import { readAnswer } from "../../feedback";
import type { FieldView } from "../field-views";

const noNames = { variables: {} };
const isThere = (text: string): boolean => text.trim() !== "";

/** True where an answer looks whole: it can be read as it stands. What the grader makes of it is seen when it is sent. */
export function canBeRead(
  field: FieldView,
  answer: TypedAnswer,
  syntax: Syntax,
  indices: readonly string[] = [],
): boolean {
  const reads = (text: string, names = noNames, how: Syntax = "text", free: readonly string[] = []) =>
    isThere(text) && readAnswer(text, how, names, free).ok;
  switch (field.kind) {
    case "expression":
      return typeof answer === "string" && reads(answer, field.names, syntax, indices);
    case "grid":
      return typeof answer === "string" && reads(answer, field.names, syntax);
    case "numbers":
    case "plain":
    case "choice":
      return typeof answer === "string" && isThere(answer);
    case "steps":
      return isLines(answer) && answer.length > 0 && answer.every((line) => reads(line, field.names, syntax));
    case "table":
      return isCells(answer) && field.cells.every(({ name }) => reads(answer[name] ?? ""));
  }
}

function isLines(answer: TypedAnswer): answer is readonly string[] {
  return Array.isArray(answer);
}

function isCells(answer: TypedAnswer): answer is Readonly<Record<string, string>> {
  return typeof answer === "object" && !Array.isArray(answer);
}
