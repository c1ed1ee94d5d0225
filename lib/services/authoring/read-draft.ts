import { fail, ok, type Result } from "../../base";
import { canonicalName } from "../../expr";
import { sentence } from "../../feedback";
import { type Policy, policies, readProblem } from "../../grade";
import { type ProblemRecord, problemRecord } from "../../problems";
import { assumptions } from "../../shape";
import type { FieldComplaint, FieldComplaints } from "../error";
import { type Question, readQuestion } from "../grading";
import type { ProblemDraft, VariableDraft } from "../views";

/** A draft whose mathematics can be graded. */
export interface DraftQuestion {
  readonly record: ProblemRecord;
  readonly policy: Policy;
  readonly question: Question;
}

type Complaints = Record<string, FieldComplaint>;
type Variables = ProblemRecord["variables"];

/** The most that is kept of each field, in characters. */
const longest = {
  title: 200,
  topicId: 100,
  statement: 20_000,
  function: 5_000,
  wrt: 100,
  policy: 20,
  sampleAnswer: 10_000,
};
const mostVariables = 40;
const longestCell = 300;

/** Complaints about what is too long even to be kept. */
export function sizeComplaints(draft: ProblemDraft): FieldComplaints {
  const complaints: Complaints = {};
  for (const [field, most] of Object.entries(longest)) {
    const length = draft[field as keyof typeof longest].length;
    if (length > most) complaints[field] = { message: `This has ${length} characters; at most ${most} are kept.` };
  }
  if (draft.variables.length > mostVariables) {
    complaints.variables = { message: `There are at most ${mostVariables} variables.` };
  }
  for (const [row, variable] of draft.variables.entries()) {
    for (const [field, text] of Object.entries(variable)) {
      if (text.length <= longestCell) continue;
      complaints[`variables.${row}.${field}`] = { message: `At most ${longestCell} characters are kept.` };
    }
  }
  return complaints;
}

/** Complaints about the words around the mathematics. */
export function wordComplaints({ title, statement, sampleAnswer }: ProblemDraft): FieldComplaints {
  const complaints: Complaints = {};
  if (title.trim() === "") complaints.title = { message: "The title is missing." };
  if (statement.trim() === "") complaints.statement = { message: "The statement is missing." };
  if (sampleAnswer.trim() === "") complaints.sampleAnswer = { message: "A right answer of your own is missing." };
  return complaints;
}

/** Reads the mathematics of a draft: variables, function, variable of differentiation, policy. */
export function readDraft(draft: ProblemDraft): Result<DraftQuestion, FieldComplaints> {
  const complaints: Complaints = {};
  const variables = readVariables(draft.variables, complaints);
  const wrt = readWrt(draft.wrt, variables, complaints);
  const policy = policies.find((known) => known === draft.policy);
  if (!policy) complaints.policy = { message: "Choose which layout counts." };
  if (draft.function.trim() === "") complaints.function = { message: "The function is missing." };
  if (!policy || Object.keys(complaints).length > 0) return fail(complaints);

  const record = problemRecord.safeParse({ variables, function: draft.function, wrt });
  if (!record.success) return fail({ function: { message: record.error.issues[0]?.message ?? "" } });
  const question = readQuestion({ ...record.data, function: draft.function }, policy);
  if (!question.key.ok) return fail({ function: placed(question.key.error) });
  return ok({ record: { ...record.data, function: draft.function }, policy, question });
}

type Complaint = Parameters<typeof sentence>[0];

/** A complaint in words, with its place where it has one in the author's text. */
export function placed(complaint: Complaint): FieldComplaint {
  const message = sentence(complaint);
  return complaint.field === undefined ? { message } : { message, start: complaint.start, end: complaint.end };
}

function readVariables(rows: readonly VariableDraft[], complaints: Complaints): Variables {
  const variables: Variables = {};
  const taken = new Set<string>();
  for (const [row, draft] of rows.entries()) {
    if (isEmpty(draft)) continue;
    const name = draft.name.trim();
    const at = (field: keyof VariableDraft) => `variables.${row}.${field}`;
    const shape = readShape(draft.shape);
    const assume = readAssumptions(draft.assume);
    if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) {
      complaints[at("name")] = { message: "A name is a letter followed by letters, digits or _." };
    } else if (taken.has(canonicalName(name))) complaints[at("name")] = { message: `${name} is there already.` };
    if (!shape) complaints[at("shape")] = { message: "Leave this empty for a scalar, or write n, or m x n." };
    if (!assume.ok) complaints[at("assume")] = { message: assume.error };
    if (!shape || !assume.ok || complaints[at("name")]) continue;

    taken.add(canonicalName(name));
    const variable = { shape, ...(assume.value.length > 0 && { assume: assume.value }) };
    const alone = readProblem({ variables: { [name]: variable }, reference: "1" });
    if (alone.ok) variables[name] = variable;
    else complaints[at("assume")] = { message: sentence(alone.error) };
  }
  return variables;
}

function isEmpty({ name, shape, assume }: VariableDraft): boolean {
  return `${name}${shape}${assume}`.trim() === "";
}

/** `""`, `n`, `3`, `m x n`, `m × n`, `(m, n)`, `2x3`; nothing where it is no shape. */
function readShape(text: string): Variables[string]["shape"] | undefined {
  const bare = text
    .trim()
    .replace(/^[([](.*)[)\]]$/, "$1")
    .trim();
  if (bare === "" || bare === "scalar") return [];
  const compact = /^(\d+|\p{L})[x×](\d+|\p{L})$/u.exec(bare);
  const sizes = compact ? [compact[1] ?? "", compact[2] ?? ""] : bare.split(/\s+x\s+|\s*[×,*]\s*/);
  if (sizes.length > 2 || !sizes.every((size) => /^([1-9]\d*|\p{L}[\p{L}\p{N}_]*)$/u.test(size))) return undefined;
  return sizes.map((size) => (/^\d/.test(size) ? Number(size) : size));
}

type Assumption = (typeof assumptions)[number];

function readAssumptions(text: string): Result<Assumption[], string> {
  const words = text.split(",").map((word) => word.trim().toLowerCase().replace(/\s+/g, "-"));
  const named = words.filter((word) => word !== "");
  const known = named.filter((word): word is Assumption => (assumptions as readonly string[]).includes(word));
  const unknown = named.find((word) => !known.includes(word as Assumption));
  return unknown === undefined ? ok(known) : fail(`"${unknown}" is not known. Known are ${assumptions.join(", ")}.`);
}

/** The name as it was declared, so that `θ` finds `theta`. */
function readWrt(text: string, variables: Variables, complaints: Complaints): string {
  const wanted = text.trim();
  const name = Object.keys(variables).find((declared) => canonicalName(declared) === canonicalName(wanted));
  if (name !== undefined) return name;
  const message =
    wanted === "" ? "The variable of differentiation is missing." : `${wanted} is not among the variables.`;
  complaints.wrt = { message };
  return wanted;
}
