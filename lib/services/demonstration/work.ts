import { phaseAt } from "../../assess";
import { invariant, type Random } from "../../base";
import { fillTemplate } from "../../problems";
import { database } from "../../store";
import type { AnswerText } from "../answer-text";
import { askedHere } from "../assignments/asked";
import { handOut } from "../assignments/hand-out";
import { type LoadedAssigned, type LoadedAssignment, loadAssignment } from "../assignments/rows";
import { gradeSent, keyOf, type Sent, storeSent } from "../assignments/store-answer";
import { loadTerms } from "../assignments/terms";
import type { Graded } from "../grading";
import { beginning, type Simulated, type Try, triesAt } from "./simulated";

const minute = 60_000;
const hour = 60 * minute;

/** What was graded before is not graded again: a class gives few different answers. */
type Known = Map<string, Graded>;

/** Somebody's work on all assignments of a course, in the order of their times, until now. */
export async function work(
  personId: string,
  student: Simulated,
  assignmentIds: readonly string[],
  now: Date,
  random: Random,
  known: Known,
): Promise<void> {
  for (const assignmentId of assignmentIds) {
    const assignment = await loadAssignment(assignmentId);
    invariant(assignment, "the demonstration has this assignment");
    if (random.next() < student.presence) await workOn(assignment, personId, student, now, random, known);
  }
}

async function workOn(
  assignment: LoadedAssignment,
  personId: string,
  student: Simulated,
  now: Date,
  random: Random,
  known: Known,
): Promise<void> {
  const terms = (await loadTerms(assignment, { personId }))(personId);
  const { opensAt, dueAt } = terms.times;
  let at = Math.max(opensAt + minute * (1 + 600 * random.next()), dueAt - beginning(student, random) * hour);
  const isOpen = () => at < now.getTime() && phaseAt(terms.times, at) !== "closed";
  if (!isOpen()) return;
  for (const assigned of await handOut(assignment, personId)) {
    if (!isOpen()) return;
    await database().assigned.update({ where: { id: assigned.id }, data: { openedAt: new Date(at) } });
    const tries = triesAt(student, assigned.version.difficulty ?? 2, assignment.attempts ?? 6, random);
    for (const each of tries) {
      at += each.minutes * minute;
      if (!isOpen()) return;
      await send(assignment, assigned, student, each, new Date(at), known);
    }
  }
}

/** Stores one answer as if it had arrived then. */
async function send(
  assignment: LoadedAssignment,
  assigned: LoadedAssigned,
  student: Simulated,
  each: Try,
  arrivedAt: Date,
  known: Known,
): Promise<void> {
  const asked = askedHere(assignment, assigned);
  const answer = { text: textOf(asked, student, each), syntax: "text" as const };
  const idempotencyKey = keyOf(assigned.id, assigned.versionId, answer, arrivedAt.toISOString());
  const sent: Sent = { assigned, assignment, asked, answer, idempotencyKey, arrivedAt, automatic: false };
  const name = JSON.stringify([assigned.versionId, asked.drawn, answer.text, asked.version.policy]);
  const graded = known.get(name) ?? (await gradeSent(sent));
  known.set(name, graded);
  await storeSent(sent, graded);
}

interface Answers {
  readonly numerator?: AnswerText;
  readonly denominator?: AnswerText;
  readonly answer?: AnswerText;
}

/**
 * What the student types: a right answer, a typical slip, or something that cannot be read. Where one layout counts alone, a slip of
 * those who are used to the other is most often just that.
 */
function textOf({ version, drawn }: Sent["asked"], { layout: habit }: Simulated, { kind, slip }: Try): AnswerText {
  const { policy } = version;
  const layout = policy === "numerator" || policy === "denominator" ? policy : habit;
  const template = { problem: {}, answers: version.answers as Answers, spoiled: version.spoiled as unknown as Spoiled };
  const { answers, spoiled } = drawn ? fillTemplate(template, drawn) : template;
  const right = answers[layout] ?? answers.answer ?? "";
  if (kind === "right") return right;
  const other = answers[habit];
  if (kind === "slip" && habit !== layout && slip === 0 && other !== undefined) return other;
  const wrong = spoiled[Math.min(slip, spoiled.length - 1)]?.answer ?? "0";
  if (kind === "slip") return wrong;
  return typeof right === "string" ? `${right.slice(0, -1)} + (` : right;
}

type Spoiled = readonly { readonly answer: AnswerText }[];
