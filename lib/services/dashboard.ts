import { isSignedIn, type Viewer } from "../auth";
import { ok } from "../base";
import { explain } from "../feedback";
import { database, type Prisma } from "../store";
import { attemptInclude, verdictOf } from "./attempts";
import { loadTopics, topicSummary } from "./catalogue";
import { signInNeeded } from "./error";
import { questionOf } from "./grading";
import { drawnOf, filled } from "./instances";
import { countDue } from "./mastery/due";
import { loadEstimates } from "./mastery/estimates";
import { daysOf, weeksOf } from "./mastery/history";
import { lessonsOf, loadTaughtSkills } from "./mastery/known";
import { chooseProblem } from "./mastery/now";
import { loadStory } from "./mastery/replay";
import { loadSlips } from "./mastery/slips";
import type { DashboardView } from "./mastery/views";
import type { Reply } from "./reply";
import { loadStandings } from "./standings";
import type { ActivityView } from "./views";

const activityInclude = {
  ...attemptInclude,
  problem: { select: { id: true, topic: { select: { id: true, title: true } } } },
} satisfies Prisma.SubmissionInclude;

type Activity = Prisma.SubmissionGetPayload<{ include: typeof activityInclude }>;

const mostRecent = 10;

/** What to do now, how the viewer's skills have grown, where they slip, and their progress through the topics. */
export async function getDashboard(viewer: Viewer, now: Date): Reply<DashboardView> {
  const { personId } = viewer;
  if (!isSignedIn(viewer) || personId === null) return signInNeeded();
  const [topics, standings, recent, due, story, skills, estimates] = await Promise.all([
    loadTopics(),
    loadStandings(viewer),
    loadRecent(personId),
    countDue(viewer, now),
    loadStory(personId),
    loadTaughtSkills(),
    loadEstimates(personId),
  ]);
  const summaries = topics.filter(({ problems }) => problems.length > 0).map((topic) => topicSummary(topic, standings));
  const taught = new Set([...skills.values()].flat());
  const total = (count: "problems" | "attempted" | "solved") =>
    summaries.reduce((sum, { progress }) => sum + progress[count], 0);
  return ok({
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
    skills: taught.size,
    weeks: weeksOf(story, taught, now),
    days: daysOf(story.told, now),
    slips: await loadSlips(viewer, story.told, topics, standings, now),
  });
}

function loadRecent(personId: string): Promise<Activity[]> {
  return database().submission.findMany({
    where: { personId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostRecent,
    include: activityInclude,
  });
}

function activityView(row: Activity): ActivityView {
  const drawn = drawnOf(row.drawn);
  const { policy, kind, form } = questionOf(row.version, drawn);
  const { outcome, title } = explain(verdictOf(row), policy, kind, form);
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
