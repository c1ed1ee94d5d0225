import { type Piece, wordChanges } from "@/lib/base";
import type { ProblemDraft } from "@/lib/services";

export type DraftField = keyof ProblemDraft;

/** The fields of a problem as a reader of changes knows them, in the order of the form. */
export const fieldLabels: { readonly [F in DraftField]: string } = {
  title: "Title",
  topicId: "Topic",
  skills: "Skills",
  difficulty: "Difficulty",
  sources: "Sources",
  statement: "Statement",
  variables: "Variables",
  form: "What is asked for",
  function: "Function",
  wrt: "Differentiate by",
  reference: "Reference",
  more: "More of the record",
  policy: "Layout",
  alike: "Layouts alike",
  input: "Answer field",
  parameters: "Parameters",
  numerator: "Right answer, numerator layout",
  denominator: "Right answer, denominator layout",
  answer: "Right answer",
  spoiled: "Wrong answers",
  hints: "Hints",
  solution: "Solution",
};

export const draftFields = Object.keys(fieldLabels) as DraftField[];

/** What stands in a field, as text; rows stand under each other. */
export function fieldText(draft: ProblemDraft, field: DraftField): string {
  switch (field) {
    case "variables":
      return lines(
        draft.variables.map(
          ({ name, shape, assume }) => `${name}: ${[shape || "scalar", assume].filter(Boolean).join(", ")}`,
        ),
      );
    case "spoiled":
      return lines(draft.spoiled.map(({ answer, slip }) => `${answer} (${slip})`));
    case "hints":
      return lines(draft.hints);
    case "skills":
      return draft.skills.join(", ");
    case "alike":
      return draft.alike ? "yes" : "no";
    default:
      return draft[field];
  }
}

const lines = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== "").join("\n");

/** A field that differs between two drafts. */
export interface FieldChange {
  readonly field: DraftField;
  readonly pieces: readonly Piece[];
}

/** The fields that differ, with the words that do. */
export function changesBetween(before: ProblemDraft, after: ProblemDraft): readonly FieldChange[] {
  return draftFields.flatMap((field) => {
    const [old, now] = [fieldText(before, field), fieldText(after, field)];
    return old === now ? [] : [{ field, pieces: wordChanges(old, now) }];
  });
}

/** One's own draft with some fields as somebody else has them. */
export function withFields(own: ProblemDraft, theirs: ProblemDraft, fields: readonly DraftField[]): ProblemDraft {
  return { ...own, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) };
}
