import type { Viewer } from "../../auth";
import { ok, random, type Seed } from "../../base";
import { judged, mostQuestions, type Node, nextQuestion, type PlacementAnswer } from "../../progress";
import { database, inTransaction, type Prisma, type Transaction } from "../../store";
import { loadTopics } from "../catalogue";
import { notFound, signInNeeded, tooMany } from "../error";
import { holdAsker } from "../people";
import { problemView } from "../problem-view";
import type { Reply } from "../reply";
import { isPublished, loadPublished, type PublishedProblem, publishedInclude, publishedOnly } from "../rows";
import { loadStanding, loadStandings } from "../standings";
import { isOpen } from "../variants";
import { roomForWork } from "../work-limits";
import { loadEstimates } from "./estimates";
import { freshen } from "./fresh";
import { lessonsOf, loadTaughtSkills } from "./known";
import { chooseProblem } from "./now";
import { replayInside } from "./replay";
import type { PlacementView } from "./views";

/** A question of a placement; `right` is not known while it stands open. */
interface Question {
  readonly topicId: string;
  readonly problemId: string;
  readonly askedAt: string;
  readonly right: boolean | null;
}

interface Asking {
  readonly questions: readonly Question[];
  readonly finishedAt: Date | null;
}

async function loadPlacement(personId: string | null): Promise<Asking | null> {
  if (personId === null) return null;
  const row = await database().placement.findUnique({ where: { personId } });
  return row && { questions: row.questions as unknown as Question[], finishedAt: row.finishedAt };
}

/** The topics that can be asked about. */
async function loadNodes(): Promise<readonly Node[]> {
  const topics = await loadTopics();
  return topics.flatMap(({ id, needs, problems }) =>
    problems.length === 0 ? [] : [{ id, needs: needs.map(({ need }) => need.id) }],
  );
}

const answersOf = (questions: readonly Question[]): PlacementAnswer[] =>
  questions.flatMap(({ topicId, right }) => (right === null ? [] : [{ topicId, right }]));

/** The question that stands open, or what the last placement came to. */
export async function getPlacement(viewer: Viewer): Reply<PlacementView> {
  const asking = await loadPlacement(viewer.personId);
  const open = asking?.finishedAt === null ? await openView(viewer, asking.questions) : null;
  return ok(open ?? (await closedView(viewer, asking)));
}

async function openView(viewer: Viewer, questions: readonly Question[]): Promise<PlacementView | null> {
  const last = questions.at(-1);
  const published = last && (await loadPublished(last.problemId));
  if (!last || !published || viewer.personId === null) return null;
  const [problem, standing, right] = await Promise.all([
    problemView(viewer, published),
    loadStanding(viewer, published.id),
    outcomeOf(viewer.personId, last),
  ]);
  const settled = isOpen(standing);
  return {
    state: "open",
    number: questions.length,
    most: mostQuestions,
    answered: right !== null || settled,
    problem: {
      ...problem,
      attempts: problem.attempts.filter(({ variant }) => variant === standing.variant),
      solution: settled ? problem.solution : null,
    },
  };
}

async function closedView(viewer: Viewer, asking: Asking | null): Promise<PlacementView> {
  const [topics, standings, skills, estimates] = await Promise.all([
    loadTopics(),
    loadStandings(viewer),
    loadTaughtSkills(),
    loadEstimates(viewer.personId),
  ]);
  const nodes = topics.map(({ id, needs }) => ({ id, needs: needs.map(({ need }) => need.id) }));
  const { known } = judged(nodes, answersOf(asking?.questions ?? []));
  const lessons = lessonsOf(topics, standings, skills, estimates);
  return {
    state: asking?.finishedAt ? "done" : "idle",
    known: topics.filter(({ id }) => known.has(id)).map(({ id, title }) => ({ id, title })),
    topics: topics.length,
    next: chooseProblem(viewer, topics, lessons, { standings, busyWith: null }),
  };
}

/** Whether the first counted answer to a question was right; `null` where there is none. */
async function outcomeOf(personId: string, { problemId, askedAt }: Question): Promise<boolean | null> {
  const first = await database().submission.findFirst({
    where: { personId, problemId, ordinal: { not: null }, createdAt: { gte: new Date(askedAt) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      solutionSeen: true,
      grades: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1, select: { correct: true } },
    },
  });
  return first && first.grades[0]?.correct === true && !first.solutionSeen;
}

/** Begins a placement, again where there was one. The viewer comes from `viewerForWork`. */
export function startPlacement(viewer: Viewer, seed: Seed, now: Date): Reply<null> {
  return change(viewer, null, () => ask([], seed, now));
}

/** Takes the open question as it was answered, or as not known, and asks the next or ends. A step taken twice counts once. */
export function nextInPlacement(viewer: Viewer, number: number, seed: Seed, now: Date): Reply<null> {
  return change(viewer, number, (questions) => ask(questions, seed, now));
}

/** Ends a placement with what is known so far. */
export function stopPlacement(viewer: Viewer, number: number, now: Date): Reply<null> {
  return change(viewer, number, async (questions) => ({ questions, finishedAt: now }));
}

/** The questions with the outcome of the last. */
async function settled(personId: string, questions: readonly Question[]): Promise<readonly Question[]> {
  const last = questions.at(-1);
  if (!last) return questions;
  return [...questions.slice(0, -1), { ...last, right: (await outcomeOf(personId, last)) ?? false }];
}

interface Step extends Asking {
  /** What is asked now. */
  readonly problem?: PublishedProblem;
}

async function ask(questions: readonly Question[], seed: Seed, now: Date): Promise<Step> {
  const topicId = nextQuestion(await loadNodes(), answersOf(questions));
  const problem = topicId === null ? undefined : await chooseQuestion(topicId, seed);
  if (topicId === null || !problem) return { questions, finishedAt: now };
  const question = { topicId, problemId: problem.id, askedAt: now.toISOString(), right: null };
  return { questions: [...questions, question], finishedAt: null, problem };
}

/** A problem as most are; one whose answer is typed before one in which it is picked. */
const bestDifficulty = 2;

async function chooseQuestion(topicId: string, seed: Seed): Promise<PublishedProblem | undefined> {
  const rows = await database().problem.findMany({
    where: { ...publishedOnly, topicId },
    orderBy: { id: "asc" },
    include: publishedInclude,
  });
  const problems = rows.filter(isPublished);
  const strain = ({ currentVersion: { difficulty, record } }: PublishedProblem) =>
    Math.abs((difficulty ?? bestDifficulty) - bestDifficulty) + (isPicked(record) ? 2 : 0);
  const least = Math.min(...problems.map(strain));
  const best = problems.filter((problem) => strain(problem) === least);
  return best.length > 0 ? random(`${seed} ${topicId}`).pick(best) : undefined;
}

function isPicked(record: Prisma.JsonValue): boolean {
  return (record as { form?: string }).form === "choice";
}

/**
 * Takes a step from the question of this number, or from the start, and stores it. Once the placement is finished, skills are
 * estimated again.
 */
async function change(
  viewer: Viewer,
  number: number | null,
  step: (settled: readonly Question[]) => Promise<Step>,
): Reply<null> {
  const { personId } = viewer;
  if (personId === null) return signInNeeded();
  const retryAfter = await roomForWork(viewer, personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const before = number === null ? [] : ((await loadPlacement(personId))?.questions ?? []);
  const after = await step(await settled(personId, before));
  const skills = after.finishedAt === null ? [] : await skillsOf(after.questions);
  const kept = await inTransaction(async (transaction) => {
    if (!(await holdAsker(transaction, viewer, personId))) return false;
    if (number !== null && !(await standsAt(transaction, personId, number))) return true;
    if (after.problem) await freshen(transaction, viewer, personId, after.problem);
    await keep(transaction, personId, after, skills);
    if (after.finishedAt !== null) await replayInside(transaction, personId);
    return true;
  });
  return kept ? ok(null) : notFound();
}

/** Whether the question of this number stands open; nobody takes another step meanwhile. */
async function standsAt(transaction: Transaction, personId: string, number: number): Promise<boolean> {
  const rows = await transaction.$queryRaw<{ count: number }[]>`
    SELECT jsonb_array_length(questions) AS count FROM placement
    WHERE person_id = ${personId}::uuid AND finished_at IS NULL FOR NO KEY UPDATE`;
  return rows[0]?.count === number;
}

async function keep(transaction: Transaction, personId: string, step: Step, skills: string[]): Promise<void> {
  const questions = JSON.parse(JSON.stringify(step.questions));
  const createdAt = new Date(step.questions[0]?.askedAt ?? step.finishedAt ?? 0);
  const data = { questions, skills, createdAt, finishedAt: step.finishedAt };
  await transaction.placement.upsert({ where: { personId }, create: { personId, ...data }, update: data });
}

/** The skills of all topics that the answers show to be known. */
async function skillsOf(questions: readonly Question[]): Promise<string[]> {
  const [nodes, skills] = await Promise.all([loadNodes(), loadTaughtSkills()]);
  const { known } = judged(nodes, answersOf(questions));
  return [...known].flatMap((id) => skills.get(id) ?? []);
}
