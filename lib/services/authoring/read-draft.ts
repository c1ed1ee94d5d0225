import { fail, ok, type Result, type Seed } from "../../base";
import { type Form, forms, type Policy, policies } from "../../grade";
import {
  type AuthoredProblem,
  authoredProblem,
  type Drawn,
  drawParameters,
  type FieldPath,
  fillTemplate,
  hasLayouts,
  instantiate,
  type Parameters,
  type ProblemRecord,
  parametersSchema,
  problemRecord,
  unknownNames,
} from "../../problems";
import type { FieldComplaints } from "../error";
import { type Question, readQuestion } from "../grader/question";
import type { ProblemDraft } from "./draft";
import { Complaints, draftField, isTyped, isTypedSlip, placed } from "./draft-fields";
import { declaredName, otherLayout, placeInMapping, readAnswerText, readMapping, readVariables } from "./draft-parts";

/** The mathematics of a draft, its parameters not yet drawn. */
export interface DraftMathematics {
  readonly record: Readonly<Record<string, unknown>>;
  readonly policy: Policy;
  readonly form: Form;
  readonly parameters: Parameters;
}

/** One variant of a draft, ready to grade answers. */
export interface DraftVariant {
  readonly record: ProblemRecord;
  readonly drawn: Drawn;
  readonly question: Question;
}

const ownFields = ["variables", "function", "wrt", "reference", "form", "layout"];

/** Reads the mathematics of a draft. What surrounds it, and the answers, may still be missing. */
export function mathematicsOf(draft: ProblemDraft): Result<DraftMathematics, FieldComplaints> {
  const complaints = new Complaints();
  const variables = readVariables(draft.variables, complaints);
  const more = readMapping("more", draft, complaints);
  const parameters = readParameters(draft, complaints);
  const policy = policies.find((known) => known === draft.policy);
  const form = forms.find((known) => known === (draft.form || "derivative"));
  if (!policy) complaints.add("policy", "Choose which layout counts.");
  if (!form) complaints.add("form", "Choose what is asked for.");
  for (const name of ownFields.filter((each) => Object.hasOwn(more, each)))
    complaints.add("more", `${name} has a field of its own above.`, placeInMapping(draft.more, [name]));
  if (!policy || !form || !complaints.isEmpty) return fail(complaints.fields);

  const record = {
    ...(form !== "derivative" && { form }),
    variables,
    ...(isTyped(draft.function) && { function: draft.function }),
    ...(isTyped(draft.wrt) && { wrt: declaredName(draft.wrt, variables) }),
    ...(isTyped(draft.reference) && { reference: draft.reference }),
    ...more,
  };
  return ok({ record, policy, form, parameters });
}

function readParameters(draft: ProblemDraft, complaints: Complaints): Parameters {
  const mapping = readMapping("parameters", draft, complaints);
  const read = parametersSchema.safeParse(mapping);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    const place = placeInMapping(draft.parameters, path.map(String));
    complaints.add("parameters", `${path.map(String).join(".")}: ${message}`, place);
  }
  return {};
}

/** One variant of a draft's mathematics. */
export function variantOf(
  draft: ProblemDraft,
  { record, policy, parameters }: DraftMathematics,
  seed: Seed,
): Result<DraftVariant, FieldComplaints> {
  const drawn = drawParameters(parameters, seed);
  if (!drawn.ok) return fail(complaintsAt(draft, [drawn.error]));
  const unknown = unknownNames({ problem: record }, drawn.value);
  if (unknown.length > 0) return fail(complaintsAt(draft, unknown));

  const filled = fillTemplate({ problem: record, parameters }, drawn.value).problem;
  const read = problemRecord.safeParse(filled);
  if (!read.success) {
    const at = (path: readonly PropertyKey[]) => [
      "problem",
      ...(path.filter((key) => typeof key !== "symbol") as FieldPath),
    ];
    return fail(
      complaintsAt(
        draft,
        read.error.issues.map(({ path, message }) => ({ path: at(path), message })),
      ),
    );
  }
  const question = readQuestion(read.data, policy);
  if (question.key.ok) return ok({ record: read.data, drawn: drawn.value, question });
  const { error } = question.key;
  const field = draftField(["problem", ...(error.field?.split(".") ?? [])], draft);
  const { message, ...place } = placed(error);
  const complaints = new Complaints();
  complaints.add(field, message, Object.keys(drawn.value).length === 0 && isOneText(field) ? place : {});
  return fail(complaints.fields);
}

/** A place in a formula is a place in its field, where nothing was drawn into it. */
const isOneText = (field: string): boolean => field === "function" || field === "reference";

/** Complaints about fields of a problem, at the fields of the form. */
export function complaintsAt(
  draft: ProblemDraft,
  errors: readonly { readonly path: FieldPath; readonly message: string }[],
): FieldComplaints {
  const complaints = new Complaints();
  for (const { path, message } of errors) {
    const field = draftField(path, draft);
    const within = field === "parameters" ? path.slice(1) : field === "more" ? path.slice(1) : undefined;
    const name = within && within.length > 0 ? `${within.join(".")}: ` : "";
    const place = within && placeInMapping(draft[field as "parameters" | "more"], within.map(String));
    complaints.add(field, `${name}${message}`, place);
  }
  return complaints.fields;
}

/** The whole problem that a draft says, or all that is missing or wrong; whether it passes its test is another question. */
export function problemOfDraft(draft: ProblemDraft, id: string): Result<AuthoredProblem, FieldComplaints> {
  const complaints = new Complaints();
  for (const [field, message] of missing(draft)) complaints.add(field, message);
  const mathematics = mathematicsOf(draft);
  if (!mathematics.ok) {
    complaints.addAll(mathematics.error);
    return fail(complaints.fields);
  }
  const { form } = mathematics.value;
  const answers = hasLayouts(form) ? ["numerator", "denominator"] : ["answer"];
  if (!answers.some((field) => isTyped(draft[field as "answer"])))
    complaints.add(answers[0] ?? "answer", "A right answer of your own is missing.");

  const variant = variantOf(draft, mathematics.value, "draft");
  if (!variant.ok) complaints.addAll(variant.error);
  const read = authoredProblem.safeParse(fieldsOf(draft, id, mathematics.value));
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
    complaints.addAll(complaintsAt(draft, errors));
    return fail(complaints.fields);
  }
  const drawn = instantiate(read.data, "draft");
  if (variant.ok && !drawn.ok) complaints.addAll(complaintsAt(draft, drawn.error));
  return complaints.isEmpty ? ok(read.data) : fail(complaints.fields);
}

function missing({ title, topicId, statement, spoiled }: ProblemDraft): [field: string, message: string][] {
  const found: [string, string][] = [];
  if (!isTyped(title)) found.push(["title", "The title is missing."]);
  if (!isTyped(topicId)) found.push(["topicId", "Choose a topic."]);
  if (!isTyped(statement)) found.push(["statement", "The statement is missing."]);
  for (const [row, { answer, slip }] of spoiled.entries()) {
    if (isTyped(answer) && !isTyped(slip)) found.push([`spoiled.${row}.slip`, "Say which slip this is."]);
    if (isTyped(slip) && !isTyped(answer)) found.push([`spoiled.${row}.answer`, "The wrong answer is missing."]);
  }
  return found;
}

/** The fields of the problem, as far as they were typed. */
function fieldsOf(draft: ProblemDraft, id: string, { record, form, parameters }: DraftMathematics): object {
  const { title, topicId, skills, difficulty, sources, statement, policy, alike, input, hints, solution } = draft;
  return {
    id,
    topic: topicId,
    title,
    skills: skills.filter(isTyped),
    ...(isTyped(difficulty) && { difficulty: Number(difficulty) }),
    sources: sources.split(/[\s,]+/).filter(isTyped),
    policy,
    input: input || "text",
    ...(alike && hasLayouts(form) && { layouts: "alike" }),
    statement,
    ...(Object.keys(parameters).length > 0 && { parameters }),
    problem: record,
    ...rightAnswersOf(draft, form),
    spoiled: draft.spoiled
      .filter(isTypedSlip)
      .map(({ answer, slip }) => ({ answer: readAnswerText(answer, form), slip })),
    hints: hints.filter(isTyped),
    ...(isTyped(solution) && { solution }),
  };
}

/** The right answers as far as they were typed; the other layout's follows from one. */
export function rightAnswersOf(draft: ProblemDraft, form: Form): Pick<AuthoredProblem, "answers" | "answer"> {
  const { numerator, denominator, answer, alike } = draft;
  if (!hasLayouts(form)) return isTyped(answer) ? { answer: readAnswerText(answer, form) } : {};
  if (!isTyped(numerator) && !isTyped(denominator)) return {};
  const from = (own: string, other: string) => (isTyped(own) ? own : otherLayout(other, form, alike));
  return { answers: { numerator: from(numerator, denominator), denominator: from(denominator, numerator) } };
}
