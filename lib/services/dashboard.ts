import type { Viewer } from "../auth";
import { database, type Prisma } from "../store";
import { attemptInclude, feedbackOn, verdictOf } from "./attempts";
import { loadTopics, topicSummary } from "./catalogue";
import { questionOf } from "./grading";
import { drawnOf, filled } from "./instances";
import { countDue, nextDue } from "./mastery/due";
import { loadEstimates } from "./mastery/estimates";
import { daysOf, weeksOf } from "./mastery/history";
import { lessonsOf, loadTaughtSkills } from "./mastery/known";
import { chooseProblem } from "./mastery/now";
import { loadStory } from "./mastery/replay";
import { loadSlips } from "./mastery/slips";
import type { DashboardView } from "./mastery/views";
import { loadStandings } from "./standings";
import type { ActivityView } from "./views";

const activityInclude = {
  ...attemptInclude,
  problem: { select: { id: true, topic: { select: { id: true, title: true } } } },
} satisfies Prisma.SubmissionInclude;

type Activity = Prisma.SubmissionGetPayload<{ include: typeof activityInclude }>;

const mostRecent = 10;

/**
 * What to do now, how the viewer's skills have grown, where they slip, and their progress through the topics. A guest has one
 * too; what is due is counted for those with an account alone, because they alone can review it.
 */
export async function getDashboard(viewer: Viewer, now: Date): Promise<DashboardView> {
  const { personId } = viewer;
  const [topics, standings, recent, due, next, story, skills, estimates] = await Promise.all([
    loadTopics(),
    loadStandings(viewer),
    loadRecent(personId),
    countDue(viewer, now),
    personId === null ? null : nextDue(personId, now),
    loadStory(personId),
    loadTaughtSkills(),
    loadEstimates(personId),
  ]);
  const summaries = topics.filter(({ problems }) => problems.length > 0).map((topic) => topicSummary(topic, standings));
  const taught = new Set([...skills.values()].flat());
  const total = (count: "problems" | "attempted" | "solved") =>
    summaries.reduce((sum, { progress }) => sum + progress[count], 0);
  return {
    solved: total("solved"),
    attempted: total("attempted"),
    problems: total("problems"),
    topics: summaries,
    recent: recent.map(activityView),
    now:
      due > 0
        ? { what: "review", due }
        : chooseProblem(viewer, topics, lessonsOf(topics, standings, skills, estimates), {
            standings,
            busyWith: recent[0]?.problem.topic?.id ?? null,
          }),
    due,
    nextDue: next,
    skills: taught.size,
    weeks: weeksOf(story, taught, now),
    days: daysOf(story.told, now),
    slips: await loadSlips(viewer, story.told, topics, standings, now),
  };
}

async function loadRecent(personId: string | null): Promise<Activity[]> {
  if (personId === null) return [];
  return database().submission.findMany({
    where: { personId, assignedId: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostRecent,
    include: activityInclude,
  });
}

function activityView(row: Activity): ActivityView {
  const drawn = drawnOf(row.drawn);
  const { outcome, title } = feedbackOn(verdictOf(row), questionOf(row.version, drawn));
  return {
    attemptId: row.id,
    problem: { id: row.problem.id, title: filled(row.version.title, drawn) },
    topic: { id: row.problem.topic?.id ?? "", title: row.problem.topic?.title ?? "" },
    text: row.text,
    outcome,
    title,
    createdAt: row.createdAt,
  };
}
