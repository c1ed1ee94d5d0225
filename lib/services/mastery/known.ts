import { type Estimates, type Grasp, graspOf, isEnough, jointGrasp, type Lesson, mastery } from "../../progress";
import { database } from "../../store";
import type { LoadedTopic } from "../catalogue";
import { type Standings, standingOf } from "../standings";
import type { Mastery } from "./views";

/** The skills that are taught, by topic. */
export type TaughtSkills = ReadonlyMap<string, readonly string[]>;

export async function loadTaughtSkills(): Promise<TaughtSkills> {
  const rows = await database().skill.findMany({
    where: { retired: false },
    orderBy: { position: "asc" },
    select: { id: true, topicId: true },
  });
  const skills = new Map<string, string[]>();
  for (const { id, topicId } of rows) skills.set(topicId, [...(skills.get(topicId) ?? []), id]);
  return skills;
}

/** How well a topic is had: the mean over its skills. */
export function masteryOfTopic(skills: readonly string[], estimates: Estimates): Mastery {
  const known = skills.map((id) => estimates.get(id)?.skill);
  const grasps = known.map((skill): Grasp => (skill ? graspOf(skill) : "new"));
  const total = known.reduce((sum, skill) => sum + (skill ? mastery(skill) : 0), 0);
  return { grasp: jointGrasp(grasps), mastery: skills.length === 0 ? 0 : total / skills.length };
}

/** As much as a placement gives, or practice. */
const knownFrom = 0.4;

/** The topics with their problems, in teaching order, as far as choosing sees them. */
export function lessonsOf(
  topics: readonly LoadedTopic[],
  standings: Standings,
  skills: TaughtSkills,
  estimates: Estimates,
): readonly Lesson[] {
  return topics.map(({ id, needs, problems }) => ({
    topicId: id,
    needs: needs.map(({ need }) => need.id),
    known: masteryOfTopic(skills.get(id) ?? [], estimates).mastery >= knownFrom,
    problems: problems.map((problem) => ({
      id: problem.id,
      difficulty: problem.currentVersion?.difficulty ?? null,
      standing: standingOf(standings, problem.id),
    })),
  }));
}

/** The topics that somebody knows well enough to go on from. */
export function enoughOf(lessons: readonly Lesson[]): ReadonlySet<string> {
  return new Set(lessons.filter(isEnough).map(({ topicId }) => topicId));
}
