import type { Viewer } from "../../auth";
import { craftOf, stateOf } from "../../progress";
import { database } from "../../store";
import { shownTitle } from "../asked";
import { publishedOnly } from "../rows";
import { type Standings, standingOf } from "../standings";
import type { ProblemSummary } from "../views";
import { demandsOf } from "./demands";
import { weeksShown } from "./history";
import type { Told } from "./replay";
import { weighedSelect } from "./stored-answer";
import type { SlipView, TopicLink } from "./views";

const mostSlips = 4;
const mostTopics = 3;
const mostProblems = 3;
const reach = weeksShown * 7 * 86_400_000;

interface Slip {
  readonly craft: string;
  readonly count: number;
  /** By topic, the one where it happened most first. */
  readonly topics: readonly { readonly id: string; readonly count: number }[];
}

/** The crafts that were slipped in most of late, the worst first. */
export function countSlips(told: readonly Told[], now: Date): readonly Slip[] {
  const since = now.getTime() - reach;
  const slips = told.flatMap(({ at, topicId, answer }) =>
    at.getTime() < since || answer.right || topicId === null
      ? []
      : [...new Set(answer.causes.flatMap((cause) => craftOf(cause) ?? []))].map((craft) => ({ craft, topicId })),
  );
  return tally(slips.map(({ craft }) => craft))
    .slice(0, mostSlips)
    .map(({ id: craft, count }) => {
      const topics = tally(slips.filter((slip) => slip.craft === craft).map(({ topicId }) => topicId));
      return { craft, count, topics: topics.slice(0, mostTopics) };
    });
}

function tally(ids: readonly string[]): { readonly id: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
}

/** The most frequent slips of late, each with its topics and with problems of those that train it. */
export async function loadSlips(
  viewer: Viewer,
  told: readonly Told[],
  topics: readonly TopicLink[],
  standings: Standings,
  now: Date,
): Promise<readonly SlipView[]> {
  const slips = countSlips(told, now);
  const problems = await loadTraining(slips);
  return slips.map(({ craft, count, topics: counted }) => ({
    craft,
    count,
    topics: counted.flatMap(({ id, count: here }) => {
      const title = topics.find((topic) => topic.id === id)?.title;
      return title === undefined ? [] : [{ id, title, count: here }];
    }),
    problems: training(craft, counted, problems, standings).map((problem) => summary(viewer, problem, standings)),
  }));
}

/** What trains a craft, in topics where it was slipped in: what is not solved yet first, and neither too easy nor too hard. */
function training(craft: string, where: Slip["topics"], all: readonly Training[], standings: Standings): Training[] {
  const isSolved = ({ id }: Training) => (standingOf(standings, id).firstRight === null ? 0 : 1);
  return all
    .filter(({ topicId, crafts }) => where.some(({ id }) => id === topicId) && crafts.includes(craft))
    .sort((a, b) => isSolved(a) - isSolved(b) || strain(a) - strain(b))
    .slice(0, mostProblems);
}

const bestDifficulty = 2;

const strain = ({ version }: Training): number => Math.abs((version.difficulty ?? bestDifficulty) - bestDifficulty);

type Training = Awaited<ReturnType<typeof loadTraining>>[number];

/** The problems of the topics in which there were slips, with the crafts that they take. */
async function loadTraining(slips: readonly Slip[]) {
  const topicId = { in: slips.flatMap(({ topics }) => topics.map(({ id }) => id)) };
  if (topicId.in.length === 0) return [];
  const rows = await database().problem.findMany({
    where: { ...publishedOnly, topicId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, topicId: true, currentVersion: { select: { ...weighedSelect, title: true } } },
  });
  return rows.flatMap(({ id, topicId, currentVersion: version }) =>
    version && topicId !== null
      ? [{ id, topicId, version, crafts: demandsOf(version).flatMap((code) => craftOf(code) ?? []) }]
      : [],
  );
}

function summary({ personId }: Viewer, { id, version }: Training, standings: Standings): ProblemSummary {
  const standing = standingOf(standings, id);
  const title = shownTitle(version, personId, standing);
  return { id, title, difficulty: version.difficulty, state: stateOf(standing) };
}
