import { mayTeach, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database, isId, Prisma } from "../../store";
import { shownTitle, shownVariant } from "../asked";
import { attemptInclude, attemptView } from "../attempts";
import { contentOf } from "../content";
import type { ContentView } from "../content-views";
import { namesFor } from "../courses/names";
import { notFound } from "../error";
import { drawnOf, filled } from "../instances";
import type { Reply } from "../reply";
import { fresh } from "../standings";
import type { AnswerRowView, AuthoredProblemSummary, ProblemAnswersView } from "../views";
import { coursesOf } from "./access";
import { storedDraft } from "./drafts";

const summaryInclude = {
  topic: { select: { id: true, title: true, position: true } },
  author: { select: { name: true } },
  currentVersion: { select: { id: true, number: true, title: true, statement: true, parameters: true } },
} satisfies Prisma.ProblemInclude;

type LoadedSummary = Prisma.ProblemGetPayload<{ include: typeof summaryInclude }>;

const answerInclude = {
  ...attemptInclude,
  person: { select: { id: true, name: true, role: true } },
} satisfies Prisma.SubmissionInclude;

type LoadedAnswer = Prisma.SubmissionGetPayload<{ include: typeof answerInclude }>;

const mostAnswers = 200;

/** The bank's problems and the viewer's own, drafts too; for an admin everybody's. */
export async function listAuthoredProblems(viewer: Viewer): Reply<readonly AuthoredProblemSummary[]> {
  if (!mayTeach(viewer)) return notFound();
  const [problems, counts] = await Promise.all([
    database().problem.findMany({
      where: { retired: false, ...(await visibleTo(viewer)) },
      orderBy: [{ topic: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
      include: summaryInclude,
    }),
    countAnswers(),
  ]);
  return ok(problems.map((problem) => summaryView(viewer, problem, counts)));
}

/** Everybody's answers to a problem; by name those of people whom the viewer teaches. */
export async function listProblemAnswers(viewer: Viewer, problemId: string): Reply<ProblemAnswersView> {
  if (!mayTeach(viewer) || !isId(problemId)) return notFound();
  const problem = await database().problem.findFirst({
    where: { id: problemId, ...(await visibleTo(viewer)) },
    include: summaryInclude,
  });
  if (!problem) return notFound();
  const [counts, answers] = await Promise.all([countAnswers(problemId), loadAnswers(problemId)]);
  const nameOf = await namesFor(
    viewer,
    answers.map(({ person }) => person),
  );
  return ok({
    problem: summaryView(viewer, problem, counts),
    statement: problem.currentVersion && statementOf(viewer, problem.currentVersion),
    answers: answers.slice(0, mostAnswers).map((row) => answerView(row, nameOf(row.person))),
    more: answers.length > mostAnswers,
  });
}

/** The statement as the teacher would get it as a learner. */
function statementOf({ personId }: Viewer, version: NonNullable<LoadedSummary["currentVersion"]>): ContentView {
  return contentOf(filled(version.statement, shownVariant(version, personId, fresh).drawn));
}

/** Whose problems a teacher sees: the bank's, their own, and those of the courses that they are an instructor of. */
export async function visibleTo(viewer: Viewer): Promise<Prisma.ProblemWhereInput> {
  if (viewer.role === "admin") return {};
  const courses = (await coursesOf(viewer)).map(({ id }) => id);
  return { OR: [{ fromBank: true }, { authorId: viewer.personId }, { courseId: { in: courses } }] };
}

function loadAnswers(problemId: string): Promise<LoadedAnswer[]> {
  return database().submission.findMany({
    where: { problemId, assignedId: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostAnswers + 1,
    include: answerInclude,
  });
}

interface Counts {
  readonly answers: number;
  readonly people: number;
  readonly solvedBy: number;
}

/** In practice: answers, people who gave them and people who solved it, by problem. Who only looked for help has not answered. */
async function countAnswers(problemId?: string): Promise<ReadonlyMap<string, Counts>> {
  const only = problemId === undefined ? Prisma.empty : Prisma.sql`AND problem_id = ${problemId}`;
  const [given, solved] = await Promise.all([
    database().$queryRaw<{ problemId: string; answers: number; people: number }[]>`
      SELECT problem_id AS "problemId", count(*)::int AS answers, count(DISTINCT person_id)::int AS people
      FROM submission WHERE assigned_id IS NULL ${only} GROUP BY problem_id`,
    database().progress.groupBy({
      by: ["problemId"],
      where: problemId === undefined ? {} : { problemId },
      _count: { firstRight: true },
    }),
  ]);
  const solvers = new Map(solved.map((row) => [row.problemId, row._count.firstRight]));
  return new Map(given.map(({ problemId: id, ...counts }) => [id, { ...counts, solvedBy: solvers.get(id) ?? 0 }]));
}

function summaryView(
  { personId }: Viewer,
  problem: LoadedSummary,
  counts: ReadonlyMap<string, Counts>,
): AuthoredProblemSummary {
  const draft = storedDraft(problem.draft);
  const version = problem.currentVersion;
  const { answers, people, solvedBy } = counts.get(problem.id) ?? { answers: 0, people: 0, solvedBy: 0 };
  return {
    id: problem.id,
    title: version ? shownTitle(version, personId, fresh) : (draft?.title ?? ""),
    topic: problem.topic && { id: problem.topic.id, title: problem.topic.title },
    versionNumber: version?.number ?? null,
    unpublishedChanges: draft !== null,
    fromBank: problem.fromBank,
    author: problem.author?.name ?? null,
    updatedAt: problem.updatedAt,
    answers,
    people,
    solvedBy,
  };
}

function answerView(row: LoadedAnswer, name: string): AnswerRowView {
  const { id, role } = row.person;
  return { ...attemptView(row), drawn: drawnOf(row.drawn) ?? {}, person: { id, name, role } };
}
