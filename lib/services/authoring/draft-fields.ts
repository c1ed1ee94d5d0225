import { sentence } from "../../feedback";
import type { FieldPath } from "../../problems";
import type { FieldComplaint, FieldComplaints } from "../error";
import type { ProblemDraft } from "./draft";

type GraderComplaint = Parameters<typeof sentence>[0];

/** Complaints by the fields of the form; the first about a field stays. */
export class Complaints {
  private readonly all: Record<string, FieldComplaint> = {};

  add(field: string, message: string, place: Pick<FieldComplaint, "start" | "end"> = {}): void {
    this.all[field] ??= { message: asSentence(message), ...place };
  }

  addAll(complaints: FieldComplaints): void {
    for (const [field, complaint] of Object.entries(complaints)) this.all[field] ??= complaint;
  }

  has(field: string): boolean {
    return Object.hasOwn(this.all, field);
  }

  get isEmpty(): boolean {
    return Object.keys(this.all).length === 0;
  }

  get fields(): FieldComplaints {
    return this.all;
  }
}

function asSentence(message: string): string {
  const whole = message.slice(0, 1).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** The place of a line, from 1, in a text. */
export function placeOfLine(text: string, line: number): { readonly start: number; readonly end: number } {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return { start, end: start + (lines[line - 1]?.length ?? 0) };
}

/** A complaint of the grader's, with its place where it has one in the author's text. */
export function placed(complaint: GraderComplaint): FieldComplaint {
  const message = sentence(complaint);
  return complaint.field === undefined ? { message } : { message, start: complaint.start, end: complaint.end };
}

/** The field of the form in which a field of the problem is typed. */
export function draftField(path: FieldPath, draft: ProblemDraft): string {
  const [head = "title", first, second] = path.map(String);
  switch (head) {
    case "topic":
      return "topicId";
    case "layouts":
      return "alike";
    case "answers":
      return answerField(first, draft);
    case "spoiled":
      return first === undefined
        ? "spoiled"
        : `spoiled.${typedRow(draft.spoiled.map(isTypedSlip), first)}.${second === "slip" ? "slip" : "answer"}`;
    case "hints":
      return first === undefined ? "hints" : `hints.${typedRow(draft.hints.map(isTyped), first)}`;
    case "problem":
      return recordField(path.slice(1).map(String), draft);
    default:
      return head;
  }
}

/** What is said of both layouts is about how they can be told apart; what follows from the other one is said there. */
function answerField(layout: string | undefined, draft: ProblemDraft): string {
  if (layout !== "numerator" && layout !== "denominator") return "alike";
  if (isTyped(draft[layout])) return layout;
  if (draft.alike) return "alike";
  const other = layout === "numerator" ? "denominator" : "numerator";
  return isTyped(draft[other]) ? other : layout;
}

function recordField([head, name, part]: readonly string[], { variables, reference }: ProblemDraft): string {
  if (head === undefined) return isTyped(reference) ? "reference" : "function";
  if (head === "variables") {
    const row = variables.findIndex((each) => each.name.trim() === name);
    return row < 0 ? "variables" : `variables.${row}.${part === "shape" || part === "assume" ? part : "name"}`;
  }
  return ["function", "wrt", "reference", "form"].includes(head) ? head : "more";
}

/** Rows left empty are no rows of the problem: the place of its n-th one in the form. */
function typedRow(typed: readonly boolean[], nth: string): number {
  const rows = typed.flatMap((is, row) => (is ? [row] : []));
  return rows[Number(nth)] ?? Number(nth);
}

export function isTyped(text: string): boolean {
  return text.trim() !== "";
}

export function isTypedSlip({ answer, slip }: ProblemDraft["spoiled"][number]): boolean {
  return isTyped(answer) || isTyped(slip);
}
