import { validate as isUuid, v7 } from "uuid";
import { mayTeach, type Viewer } from "../auth";
import { ok, type Result } from "../base";
import { sentence } from "../feedback";
import type { Answer } from "../grade";
import type { ProblemRecord } from "../problems";
import { database, isId, type Prisma, storable } from "../store";
import { fromTemplate } from "./answer-template";
import { readable } from "./answer-text";
import { lookAgain } from "./complaints";
import { memberWith } from "./courses/rights";
import { type FieldComplaints, notFound, refused, type ServiceError } from "./error";
import { onThread } from "./grader/lanes";
import { type Graded, gradeAnswer, questionOf, seedOf } from "./grading";
import { drawFor, type InstanceRow, recordOf } from "./instances";
import type { Reply } from "./reply";
import { normalForm, type TypedText } from "./same-value";

/** "If an answer equals this, say that." */

/** Where a rule holds: in the assignments of a course, or wherever the problem is answered. */
export interface RulePlace {
  readonly problemId: string;
  readonly courseId: string | null;
}

export interface RuleInput extends RulePlace {
  readonly answer: string;
  /** Markdown. */
  readonly message: string;
}

/** A rule, to those who make rules. */
export interface FeedbackRuleView {
  readonly id: string;
  readonly answer: string;
  readonly message: string;
  /** True where it holds outside of the course too. */
  readonly everywhere: boolean;
  readonly createdAt: Date;
  /** How many answers have met it. */
  readonly met: number;
  readonly mayEnd: boolean;
}

const longest = { answer: 400, message: 2000 };

/** More rules than a problem needs: each is compared with each wrong answer. */
const mostRules = 30;

/** Whether somebody may make rules: in a course its instructors, everywhere the problem's author, and admins. */
export async function mayMakeRules(
  viewer: Viewer,
  { problemId, courseId }: RulePlace,
): Promise<Result<null, ServiceError>> {
  if (!isId(problemId)) return notFound();
  if (courseId !== null) {
    const member = await memberWith(viewer, courseId, "edit-assignments");
    if (!member.ok) return member;
    const given = await database().assignmentItem.count({ where: { assignment: { courseId }, ...asking(problemId) } });
    return given > 0 ? ok(null) : notFound();
  }
  if (!mayTeach(viewer)) return notFound();
  const problem = await database().problem.findUnique({ where: { id: problemId }, select: { authorId: true } });
  const isTheirs = problem && (viewer.role === "admin" || problem.authorId === viewer.personId);
  return isTheirs ? ok(null) : notFound();
}

/** Items that ask for a problem, or have given it to somebody. */
function asking(problemId: string): Prisma.AssignmentItemWhereInput {
  return { OR: [{ problemId }, { assigned: { some: { problemId } } }] };
}

/** Makes a rule, for answers that come from now on. */
export async function addRule(viewer: Viewer, input: RuleInput): Reply<{ readonly ruleId: string }> {
  const { personId } = viewer;
  const allowed = await mayMakeRules(viewer, input);
  if (!allowed.ok) return allowed;
  const problem = await database().problem.findUnique({
    where: { id: input.problemId },
    select: { currentVersion: true },
  });
  if (!problem?.currentVersion || personId === null) return notFound();
  const [answer, message] = [storable(input.answer).trim(), storable(input.message).trim()];
  const rules = await activeRules(input);
  const complaints = await complaintsAbout(answer, message, problem.currentVersion, rules);
  if (Object.keys(complaints).length > 0) return refused(lookAgain, complaints);
  if (rules.length >= mostRules)
    return refused(`A problem has at most ${mostRules} rules. End one that is not needed.`);
  const { problemId, courseId } = input;
  const data = { id: v7(), problemId, courseId, answer, message, authorId: personId };
  await database().feedbackRule.create({ data });
  return ok({ ruleId: data.id });
}

type Rule = Prisma.FeedbackRuleGetPayload<object>;
type Version = Prisma.ProblemVersionGetPayload<object>;

async function complaintsAbout(
  answer: string,
  message: string,
  version: Version,
  rules: readonly Rule[],
): Promise<FieldComplaints> {
  const wrongAnswer = await answerComplaint(answer, version, rules);
  const wrongMessage =
    message === ""
      ? "Please write what the student should read."
      : message.length > longest.message && `At most ${longest.message.toLocaleString("en")} characters.`;
  return {
    ...(wrongAnswer && { answer: { message: wrongAnswer } }),
    ...(wrongMessage && { message: { message: wrongMessage } }),
  };
}

/** Forms whose answers have several fields: they are compared as texts. */
const inParts: ReadonlySet<string> = new Set(["steps", "table"]);

async function answerComplaint(answer: string, version: Version, rules: readonly Rule[]): Promise<string | undefined> {
  if (answer === "") return "Please give the answer that the rule is about.";
  if (answer.length > longest.answer) return `At most ${longest.answer} characters.`;
  const drawn = drawFor(version, "rule");
  const record = recordOf(version, drawn);
  const typed = { text: fromTemplate(answer, drawn), syntax: "text" } as const;
  if (!inParts.has(record.form ?? "derivative")) {
    const { verdict, correct } = await gradeAnswer(questionOf(version, drawn), typed, seedOf(version.id));
    if (verdict.status === "invalid") return sentence(verdict.error);
    if (correct) return "This answer is right. A rule is for wrong ones.";
  }
  const written = normalForm(record, typed);
  const twin = rules.some(
    (rule) => normalForm(record, { ...typed, text: fromTemplate(rule.answer, drawn) }) === written,
  );
  return twin ? "There is a rule for this answer already." : undefined;
}

/** Ends a rule: it is not said any more, to nobody. */
export async function endRule(viewer: Viewer, ruleId: string, now = new Date()): Reply<null> {
  if (!isUuid(ruleId)) return notFound();
  const rule = await database().feedbackRule.findUnique({ where: { id: ruleId } });
  if (!rule) return notFound();
  const allowed = await mayMakeRules(viewer, rule);
  if (!allowed.ok) return allowed;
  await database().feedbackRule.updateMany({ where: { id: ruleId, endedAt: null }, data: { endedAt: now } });
  return ok(null);
}

/** The rules that hold in a place, those of the course first. */
export function activeRules({ problemId, courseId }: RulePlace) {
  return database().feedbackRule.findMany({
    where: { problemId, endedAt: null, OR: [{ courseId: null }, ...(courseId === null ? [] : [{ courseId }])] },
    orderBy: [{ courseId: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }],
    take: 2 * mostRules,
  });
}

export async function listRules(viewer: Viewer, place: RulePlace): Promise<readonly FeedbackRuleView[]> {
  const [rules, here, everywhere] = await Promise.all([
    activeRules(place),
    mayMakeRules(viewer, place),
    mayMakeRules(viewer, { ...place, courseId: null }),
  ]);
  const counted = await database().grade.groupBy({
    by: ["ruleId"],
    where: { ruleId: { in: rules.map(({ id }) => id) } },
    _count: true,
  });
  const met = new Map(counted.map(({ ruleId, _count }) => [ruleId, _count]));
  return rules.map(({ id, answer, message, courseId, createdAt }) => ({
    id,
    answer,
    message,
    everywhere: courseId === null,
    createdAt,
    met: met.get(id) ?? 0,
    mayEnd: (courseId === null ? everywhere : here).ok,
  }));
}

/**
 * A grade with the rule that a wrong answer meets, if any: first by how it is written, then by its value. Never inside a transaction;
 * there are no more gradings than rules.
 */
export async function withRule(
  place: RulePlace,
  version: InstanceRow,
  drawn: ReturnType<typeof drawFor>,
  answer: Answer,
  graded: Graded,
): Promise<Graded> {
  if (graded.correct || graded.verdict.status !== "graded") return graded;
  const rules = await activeRules(place);
  if (rules.length === 0) return graded;
  const record = recordOf(version, drawn);
  const typed = { text: readable(answer.text), syntax: answer.syntax };
  const written = normalForm(record, typed);
  const texts = rules.map(({ id, message, answer: text, syntax }) => {
    return { id, message, text: normalForm(record, { text: fromTemplate(text, drawn), syntax }) };
  });
  const met = texts.find(({ text }) => text === written) ?? (await metByValue(record, texts, typed));
  return met ? { ...graded, rule: { id: met.id, message: met.message } } : graded;
}

/** The first of these whose value is that of the answer; none where finding out takes too long. */
async function metByValue<R extends { readonly text: string }>(
  record: ProblemRecord,
  rules: readonly R[],
  typed: TypedText,
): Promise<R | undefined> {
  const found = await onThread("answers", "find-value", { record, texts: rules.map(({ text }) => text), typed });
  return found.ended === "done" ? rules[found.value] : undefined;
}
