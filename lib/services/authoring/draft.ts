import { z } from "zod";
import { storable } from "../../base";
import type { FieldComplaint, FieldComplaints } from "../error";

const text = z.string().default("").transform(storable);

const variableDraft = z.object({
  name: text,
  /** Empty for a scalar, `n` for a vector, `m x n` for a matrix. */
  shape: text,
  /** Names of assumptions, split by commas. */
  assume: text,
});

const spoiledDraft = z.object({ answer: text, slip: text });

const mostVariables = 40;
const mostSpoiled = 40;
const mostHints = 3;

/** A draft as it is stored or sent. What is missing is empty, so that older drafts can be read. */
const problemDraft = z.object({
  title: text,
  topicId: text,
  /** Ids of skills, the main one first. */
  skills: z.array(text).max(10).default([]),
  /** "1" to "5", or empty. */
  difficulty: text,
  /** Sections of sources, split by commas. */
  sources: text,
  statement: text,
  variables: z.array(variableDraft).max(mostVariables).default([]),
  /** What is asked for; empty for a derivative. */
  form: text,
  function: text,
  wrt: text,
  /** The right answer itself, where it is not found by differentiating. */
  reference: text,
  /** The rest of the record, in YAML. */
  more: text,
  policy: text,
  /** True where both layouts have the same right answers. */
  alike: z.boolean().default(false),
  /** How the answer field starts: "text", "latex" or "grid". */
  input: text,
  /** In YAML. */
  parameters: text,
  /** Right answers: in each layout, or where the form has none as one. */
  numerator: text,
  denominator: text,
  answer: text,
  /** Wrong answers with their slips. */
  spoiled: z.array(spoiledDraft).max(mostSpoiled).default([]),
  hints: z.array(text).max(mostHints).default([]),
  solution: text,
});

/** A problem as its author types it: every field as text, so that a refused draft is kept as it stands. */
export type ProblemDraft = Readonly<z.output<typeof problemDraft>>;
export type VariableDraft = ProblemDraft["variables"][number];
export type SpoiledDraft = ProblemDraft["spoiled"][number];

/** A draft that came from outside, field by field; nothing where it is none. */
export function draftFrom(value: unknown): ProblemDraft | null {
  const read = problemDraft.safeParse(value);
  return read.success ? read.data : null;
}

/** A draft that says nothing yet. */
export const emptyDraft: ProblemDraft = { ...problemDraft.parse({}), policy: "either", input: "text" };

export function isSameDraft(one: ProblemDraft, other: ProblemDraft): boolean {
  return JSON.stringify(problemDraft.parse(one)) === JSON.stringify(problemDraft.parse(other));
}

/** The most that is kept of each field, in characters. */
const longest = {
  title: 200,
  topicId: 100,
  statement: 20_000,
  function: 5_000,
  wrt: 100,
  reference: 5_000,
  more: 10_000,
  parameters: 5_000,
  numerator: 10_000,
  denominator: 10_000,
  answer: 10_000,
  sources: 500,
  solution: 20_000,
} as const satisfies Partial<Record<keyof ProblemDraft, number>>;

const longestCell = 300;
const longestAnswer = 5_000;

/** Complaints about what is too long even to be kept. */
export function sizeComplaints(draft: ProblemDraft): FieldComplaints {
  const complaints: Record<string, FieldComplaint> = {};
  const limit = (field: string, value: string, most: number) => {
    if (value.length <= most) return;
    complaints[field] = { message: `This has ${value.length} characters; at most ${most} are kept.` };
  };
  for (const [field, most] of Object.entries(longest)) limit(field, draft[field as keyof typeof longest], most);
  for (const [row, variable] of draft.variables.entries())
    for (const [field, value] of Object.entries(variable)) limit(`variables.${row}.${field}`, value, longestCell);
  for (const [row, { answer, slip }] of draft.spoiled.entries()) {
    limit(`spoiled.${row}.answer`, answer, longestAnswer);
    limit(`spoiled.${row}.slip`, slip, longestCell);
  }
  for (const [row, hint] of draft.hints.entries()) limit(`hints.${row}`, hint, longestAnswer);
  return complaints;
}
