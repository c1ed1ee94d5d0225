import type { Viewer } from "../auth";
import type { Drawn } from "../problems";
import { stateOf } from "../progress";
import { database } from "../store";
import { shownTitle, shownVariant } from "./asked";
import { askedBy, surroundings } from "./asked-view";
import { assignmentAsking } from "./assignments/asking";
import { loadAttempts } from "./attempts";
import { contentOf } from "./content";
import { typingView } from "./drafts";
import { questionOf } from "./grading";
import { hasVariants, recordOf, wordsOf } from "./instances";
import { type PublishedProblem, publishedOnly } from "./rows";
import { loadStanding, type ProblemStanding } from "./standings";
import { isOpen } from "./variants";
import type { AskedView, ProblemView, SkillView, SourceView } from "./views";

/** A problem as the viewer sees it: their variant, what they may know of it, and their own answers. */
export async function problemView(viewer: Viewer, problem: PublishedProblem, now = new Date()): Promise<ProblemView> {
  const { topic, currentVersion: version } = problem;
  const [standing, attempts, nextProblem, skills, sources, asking] = await Promise.all([
    loadStanding(viewer, problem.id),
    loadAttempts(viewer, problem.id),
    loadNext(viewer, problem),
    loadSkills(version.skills),
    loadSources(version.sources),
    assignmentAsking(viewer.personId, problem.id, now),
  ]);
  const { name, drawn } = shownVariant(version, viewer.personId, standing);
  const typing = await typingView(viewer, problem.id, name);
  return {
    id: problem.id,
    versionId: version.id,
    versionNumber: version.number,
    topic: { id: topic.id, title: topic.title },
    variant: { number: standing.variant + 1, name, others: hasVariants(version) },
    ...asked(version, drawn),
    ...told(version, drawn, { ...standing, isSeen: !asking && isSolutionSeen(version, standing) }),
    ...(asking && { hasSolution: false }),
    asking,
    policy: version.policy,
    alike: version.alike,
    difficulty: version.difficulty,
    skills,
    sources,
    state: stateOf(standing),
    attempts,
    typing,
    nextProblem,
  };
}

type Version = PublishedProblem["currentVersion"];

/** What never varies stays solved: a newer version of it hides nothing again. */
function isSolutionSeen(version: Version, standing: ProblemStanding): boolean {
  return isOpen(standing) || (!hasVariants(version) && standing.firstRight !== null);
}

/** What is asked for. */
export function asked(version: Version, drawn: Drawn | null): AskedView {
  return askedBy(recordOf(version, drawn), version.input, () => questionOf(version, drawn));
}

/** How much of its words somebody may see. */
interface Telling {
  readonly hints: number;
  readonly isSeen: boolean;
  readonly gaveUp: boolean;
}

/** What is told in words: hints as far as they were asked for, and the solution once it may be seen. */
export function told(version: Version, drawn: Drawn | null, telling: Telling) {
  const { title, statement, hints, solution } = wordsOf(version, drawn);
  const around = surroundings(recordOf(version, drawn));
  return {
    title,
    statement: contentOf(statement, around),
    hints: { given: hints.slice(0, telling.hints), count: hints.length },
    solution: telling.isSeen && solution !== null ? contentOf(solution, around) : null,
    hasSolution: solution !== null,
    gaveUp: telling.gaveUp,
  };
}

/** In the order in which the problem names them. */
export async function loadSkills(ids: readonly string[]): Promise<readonly SkillView[]> {
  if (ids.length === 0) return [];
  const rows = await database().skill.findMany({ where: { id: { in: [...ids] } } });
  return ids.flatMap((id) => rows.filter((row) => row.id === id)).map(({ id, ability }) => ({ id, ability }));
}

/** Sections with their titles; what is ours has none, and a text that was never a section stands for itself. */
export async function loadSources(ids: readonly string[]): Promise<readonly SourceView[]> {
  const cited = ids.filter((id) => id !== "own");
  if (cited.length === 0) return [];
  const rows = await database().sourceSection.findMany({ where: { id: { in: cited } } });
  return cited.map((id) => {
    const row = rows.find((each) => each.id === id);
    return { id, title: row ? `${row.source}: ${row.title}` : id };
  });
}

/** The problem that follows in the topic. */
async function loadNext(viewer: Viewer, { id, topicId }: PublishedProblem): Promise<ProblemView["nextProblem"]> {
  const problems = await database().problem.findMany({
    where: { topicId, ...publishedOnly },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, currentVersion: { select: { id: true, title: true, parameters: true } } },
  });
  const next = problems[problems.findIndex((problem) => problem.id === id) + 1];
  if (!next?.currentVersion) return null;
  const standing = await loadStanding(viewer, next.id);
  return { id: next.id, title: shownTitle(next.currentVersion, viewer.personId, standing) };
}
