import type { Viewer } from "../auth";
import { ok } from "../base";
import { stateOf, topicProgress } from "../progress";
import { database, isId, type Prisma } from "../store";
import { shownTitle } from "./asked";
import { lessonOf } from "./content";
import { notFound } from "./error";
import { problemView } from "./problem-view";
import type { Reply } from "./reply";
import { isPublished, loadPublished, type PublishedProblem, publishedInclude, publishedOnly } from "./rows";
import { loadStandings, type Standings, standingOf } from "./standings";
import type { ProblemSummary, ProblemView, TopicSummary, TopicView } from "./views";

/** The problem of the home page, where the bank has it. */
const homeProblem = "quadratic-form";

const topicInclude = {
  needs: { include: { need: { select: { id: true, title: true, position: true } } } },
  problems: {
    where: { retired: false, currentVersionId: { not: null } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, currentVersion: { select: { id: true, title: true, parameters: true, difficulty: true } } },
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
  const [standings, skills, neighbours] = await Promise.all([
    loadStandings(viewer, { topicId }),
    database().skill.findMany({ where: { topicId, retired: false }, orderBy: { position: "asc" } }),
    loadNeighbours(topic.position),
  ]);
  return ok({
    ...topicSummary(topic, standings),
    ...neighbours,
    lesson: topic.lesson === null ? null : lessonOf(topic.lesson),
    skills: skills.map(({ id, ability }) => ({ id, ability })),
    problems: topic.problems.map((problem) => problemSummary(viewer, problem, standings)),
  });
}

/** The topics that are taught before and after a place. */
async function loadNeighbours(position: number): Promise<Pick<TopicView, "previous" | "next">> {
  const select = { id: true, title: true } as const;
  const [previous, next] = await Promise.all([
    database().topic.findFirst({
      where: { retired: false, position: { lt: position } },
      orderBy: { position: "desc" },
      select,
    }),
    database().topic.findFirst({
      where: { retired: false, position: { gt: position } },
      orderBy: { position: "asc" },
      select,
    }),
  ]);
  return { previous, next };
}

/** A published problem in its newest version, without its key, and the viewer's own answers to it. */
export async function getProblem(viewer: Viewer, problemId: string, now = new Date()): Reply<ProblemView> {
  const problem = await loadPublished(problemId);
  return problem ? ok(await problemView(viewer, problem, now)) : notFound();
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

export function problemSummary(
  { personId }: Viewer,
  { id, currentVersion: version }: LoadedTopic["problems"][number],
  standings: Standings,
): ProblemSummary {
  const standing = standingOf(standings, id);
  return {
    id,
    title: version ? shownTitle(version, personId, standing) : "",
    difficulty: version?.difficulty ?? null,
    state: stateOf(standing),
  };
}
