import { itemStatistics, type Work } from "../../assess";
import { mayTeach, type Viewer } from "../../auth";
import { ok } from "../../base";
import { causeOf } from "../../feedback";
import type { Verdict } from "../../grade";
import type { Drawn } from "../../problems";
import { database, isId, type Prisma } from "../../store";
import { plainTitle } from "../assignments/items";
import { attemptInclude, type LoadedAttempt, verdictOf } from "../attempts";
import { namesFor } from "../courses/names";
import { memberWith } from "../courses/rights";
import { notFound } from "../error";
import { listRules, mayMakeRules, type RulePlace } from "../feedback-rules";
import { drawnOf, hasVariants, recordOf } from "../instances";
import { mayRegrade } from "../regrade/rights";
import { answersIn } from "../regrade/scope";
import type { Reply } from "../reply";
import { type Cluster, cluster, peopleIn, type Seen, type WrongAnswer } from "./cluster";
import { itemView, noWork } from "./items";
import type { ClusterView, ProblemInsightView } from "./views";
import { loadPracticeWork, loadWork } from "./work";

/** The newest wrong answers are looked at, so many. */
const mostAnswers = 3_000;
const mostClusters = 30;
const mostNames = 8;

/** What was done with a problem, in a course or wherever the asker may look, and which wrong answers there were. */
export async function getProblemInsight(viewer: Viewer, place: RulePlace): Reply<ProblemInsightView> {
  const { problemId, courseId } = place;
  const course = await courseFor(viewer, place);
  if (!course.ok) return course;
  const problem = await database().problem.findFirst({
    where: { id: problemId, ...(courseId === null ? visibleTo(viewer) : givenIn(courseId, problemId)) },
    include: { currentVersion: true },
  });
  if (!problem?.currentVersion) return notFound();
  const [work, wrong, rules, makes, regrades] = await Promise.all([
    courseId === null ? loadPracticeWork(problemId) : loadWork(courseId),
    loadWrong(viewer, place),
    listRules(viewer, place),
    mayMakeRules(viewer, place),
    mayRegrade(viewer, place),
  ]);
  const { clusters, alone } = await cluster(wrong.answers);
  const title = plainTitle(problem.currentVersion.title);
  return ok({
    problem: { id: problemId, title },
    course: course.value,
    item: itemOf(work, problemId, title),
    wrong: wrong.answers.length,
    more: wrong.more,
    clusters: clusters.slice(0, mostClusters).map(clusterView),
    rare: Math.max(0, clusters.length - mostClusters),
    alone,
    rules,
    hasVariants: hasVariants(problem.currentVersion),
    mayMakeRules: makes.ok,
    mayRegrade: regrades.ok,
  });
}

async function courseFor(viewer: Viewer, { problemId, courseId }: RulePlace): Reply<ProblemInsightView["course"]> {
  if (!isId(problemId)) return notFound();
  if (courseId === null) return mayTeach(viewer) ? ok(null) : notFound();
  const member = await memberWith(viewer, courseId, "see-work");
  return member.ok ? ok({ id: courseId, title: member.value.course.title }) : member;
}

/** Problems that a course asks, or has asked. */
function givenIn(courseId: string, problemId: string): Prisma.ProblemWhereInput {
  const assignment = { courseId };
  return { OR: [{ items: { some: { problemId, assignment } } }, { assigned: { some: { problemId, assignment } } }] };
}

/** Whose problems somebody who teaches may look into. */
function visibleTo({ role, personId }: Viewer): Prisma.ProblemWhereInput {
  return role === "admin" ? {} : { OR: [{ fromBank: true }, { authorId: personId }] };
}

function itemOf(work: readonly Work[], problemId: string, title: string) {
  const item = itemStatistics(work).find((each) => each.problemId === problemId);
  return itemView(item ?? noWork(problemId), title);
}

interface Wrong extends WrongAnswer {
  readonly name: string;
  readonly codes: readonly string[];
}

const wrongInclude = {
  ...attemptInclude,
  person: { select: { id: true, name: true, role: true } },
} satisfies Prisma.SubmissionInclude;

/** The newest counted answers that are not right. */
async function loadWrong(viewer: Viewer, place: RulePlace) {
  const scope = { ...place, startedBy: viewer.personId };
  const rows = await database().submission.findMany({
    where: { AND: [await answersIn(scope), { ordinal: { not: null }, grades: { some: { correct: false } } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostAnswers + 1,
    include: wrongInclude,
  });
  const shown = rows
    .slice(0, mostAnswers)
    .filter(({ grades: [newest] }) => newest?.status === "graded" && !newest.correct);
  const nameOf = await namesFor(
    viewer,
    shown.map(({ person }) => person),
  );
  return { answers: shown.map((row) => wrongAnswer(row, nameOf(row.person))), more: rows.length > mostAnswers };
}

function wrongAnswer(row: LoadedAttempt & { readonly personId: string }, name: string): Wrong {
  const { version, personId, text, syntax } = row;
  const verdict = verdictOf(row);
  const drawn = drawnOf(row.drawn);
  const codes = codesOf(verdict);
  return {
    personId,
    name,
    text,
    syntax,
    drawn,
    record: recordOf(version, drawn),
    codes,
    seen: seenIn(verdict, drawn),
  };
}

/** What an answer comes to where its verdict shows it. */
function seenIn(verdict: Verdict | null, drawn: Drawn | null): Seen | null {
  if (verdict?.status !== "graded" || !verdict.witness) return null;
  const { at, answer } = verdict.witness;
  return { point: JSON.stringify([drawn, at]), value: answer };
}

function codesOf(verdict: Verdict | null): readonly string[] {
  return verdict?.status === "graded" ? (verdict.diagnosis ?? []).map(({ code }) => code) : [];
}

function clusterView(found: Cluster<Wrong>): ClusterView {
  const [first] = found.answers;
  const [code] = first?.codes ?? [];
  return {
    answer: found.template,
    answers: found.answers.length,
    writings: found.writings,
    people: peopleIn(found),
    names: [...new Map(found.answers.map(({ personId, name }) => [personId, name])).values()].slice(0, mostNames),
    slip: code === undefined ? null : (causeOf(code)?.name ?? null),
  };
}
