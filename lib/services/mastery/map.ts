import type { Viewer } from "../../auth";
import { layered } from "../../progress";
import { loadTopics, topicSummary } from "../catalogue";
import { loadStandings } from "../standings";
import { loadDue } from "./due";
import { loadEstimates } from "./estimates";
import { enoughOf, lessonsOf, loadTaughtSkills, masteryOfTopic } from "./known";
import type { MapTopicView } from "./views";

/** All topics in teaching order, each with its place on the map and where the viewer stands with it. */
export async function getMap(viewer: Viewer, now: Date): Promise<readonly MapTopicView[]> {
  const [topics, standings, skills, estimates, due] = await Promise.all([
    loadTopics(),
    loadStandings(viewer),
    loadTaughtSkills(),
    loadEstimates(viewer.personId),
    viewer.personId === null ? [] : loadDue(viewer.personId, now),
  ]);
  const enough = enoughOf(lessonsOf(topics, standings, skills, estimates));
  const places = layered(topics.map(({ id, needs }) => ({ id, needs: needs.map(({ need }) => need.id) })));
  return topics.map((topic): MapTopicView => {
    const { id, title, goal, group, order, needs, progress } = topicSummary(topic, standings);
    const { layer = 0, column = 0 } = places.find((place) => place.id === id) ?? {};
    const missing = needs.filter((need) => !enough.has(need.id));
    return {
      id,
      title,
      goal,
      group,
      order,
      needs,
      layer,
      column,
      ...masteryOfTopic(skills.get(id) ?? [], estimates),
      solved: progress.solved,
      problems: progress.problems,
      due: due.filter(({ topicId }) => topicId === id).length,
      ready: missing.length === 0 && !enough.has(id),
      missing,
    };
  });
}
