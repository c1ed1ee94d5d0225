import type { Viewer } from "../auth";
import { ok } from "../base";
import { toPublicRecord } from "../problems";
import { stateOf, topicProgress } from "../progress";
import type { Declarations } from "../shape";
import { database, isId, type Prisma } from "../store";
import { loadAttempts } from "./attempts";
import { notFound } from "./error";
import type { Reply } from "./reply";
import { isPublished, loadPublished, type PublishedProblem, publishedInclude, publishedOnly, recordOf } from "./rows";
import { loadStandings, type Standings, standingOf } from "./standings";
import type { ProblemSummary, ProblemView, TopicSummary, TopicView } from "./views";

/** The problem of the home page, where the bank has it. */
const homeProblem = "quadratic-form";

const topicInclude = {
  needs: { include: { need: { select: { id: true, title: true, position: true } } } },
  problems: {
    where: { retired: false, currentVersionId: { not: null } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, currentVersion: { select: { title: true, difficulty: true } } },
  },
} satisfies Prisma.TopicInclude;

export type LoadedTopic = Prisma.TopicGetPayload<{ include: typeof topicInclude }>;

/** The topics that are taught, in teaching order, each with its published problems. */
export function loadTopics(): Promise<LoadedTopic[]> {
  return database().topic.findMany({ where: { retired: false }, orderBy: { position: "asc" }, include: topicInclude });
}

/** All topics in teaching order with the viewer's progress. */
export async function listTopics(viewer: Viewer): Promise<readonly TopicSummary[]> {
  const [topics, standings] = await Promise.all([loadTopics(), loadStandings(viewer)]);
  return topics.map((topic) => topicSummary(topic, standings));
}

/** A topic with its lesson and its published problems. */
export async function getTopic(viewer: Viewer, topicId: string): Reply<TopicView> {
  if (!isId(topicId)) return notFound();
  const topic = await database().topic.findFirst({ where: { id: topicId, retired: false }, include: topicInclude });
  if (!topic) return notFound();
  const standings = await loadStandings(viewer, { topicId });
  const problems = topic.problems.map((problem) => problemSummary(problem, standings));
  return ok({ ...topicSummary(topic, standings), lesson: topic.lesson, problems });
}

/** A published problem in its newest version, without its key, and the viewer's own answers to it. */
export async function getProblem(viewer: Viewer, problemId: string): Reply<ProblemView> {
  const problem = await loadPublished(problemId);
  return problem ? ok(await problemView(viewer, problem)) : notFound();
}

/** The problem of the home page: the bank's choice, or else the first of all. */
export async function firstProblem(viewer: Viewer): Reply<ProblemView> {
  const problem = (await loadPublished(homeProblem)) ?? (await loadFirst());
  return problem ? ok(await problemView(viewer, problem)) : notFound();
}

async function loadFirst(): Promise<PublishedProblem | null> {
  const problem = await database().problem.findFirst({
    where: publishedOnly,
    orderBy: [{ topic: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
    include: publishedInclude,
  });
  return isPublished(problem) ? problem : null;
}

export function topicSummary(topic: LoadedTopic, standings: Standings): TopicSummary {
  const exercises = topic.problems.map(({ id, currentVersion }) => ({
    difficulty: currentVersion?.difficulty ?? null,
    standing: standingOf(standings, id),
  }));
  const needs = topic.needs.map(({ need }) => need).sort((a, b) => a.position - b.position);
  return {
    id: topic.id,
    title: topic.title,
    goal: topic.goal,
    group: topic.heading,
    order: topic.position,
    needs: needs.map(({ id, title }) => ({ id, title })),
    problemCount: topic.problems.length,
    progress: { topicId: topic.id, ...topicProgress(exercises) },
  };
}

export function problemSummary(problem: LoadedTopic["problems"][number], standings: Standings): ProblemSummary {
  return {
    id: problem.id,
    title: problem.currentVersion?.title ?? "",
    difficulty: problem.currentVersion?.difficulty ?? null,
    state: stateOf(standingOf(standings, problem.id)),
  };
}

async function problemView(viewer: Viewer, problem: PublishedProblem): Promise<ProblemView> {
  const { topic, currentVersion: version } = problem;
  const [standings, attempts, nextProblem] = await Promise.all([
    loadStandings(viewer, { id: problem.id }),
    loadAttempts(viewer, problem.id),
    loadNext(problem),
  ]);
  const state = stateOf(standingOf(standings, problem.id));
  const record = toPublicRecord(recordOf(version));
  const { variables, functions } = record;
  return {
    id: problem.id,
    versionId: version.id,
    versionNumber: version.number,
    title: version.title,
    topic: { id: topic.id, title: topic.title },
    statement: version.statement,
    declarations: { variables, ...(functions && { functions }) } satisfies Declarations,
    where: record.where ?? [],
    function: record.function ?? null,
    wrt: record.wrt ?? null,
    form: record.form ?? "derivative",
    indices: record.indices ?? [],
    options: record.options ?? null,
    at: record.at ?? null,
    policy: version.policy,
    hint: version.hint,
    solution: state === "solved" ? version.solution : null,
    difficulty: version.difficulty,
    source: version.source,
    state,
    attempts,
    nextProblem,
  };
}

/** The problem that follows in the topic. */
async function loadNext({ id, topicId }: PublishedProblem): Promise<ProblemView["nextProblem"]> {
  const problems = await database().problem.findMany({
    where: { topicId, ...publishedOnly },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, currentVersion: { select: { title: true } } },
  });
  const next = problems[problems.findIndex((problem) => problem.id === id) + 1];
  return next ? { id: next.id, title: next.currentVersion?.title ?? "" } : null;
}
