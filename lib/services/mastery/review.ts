import { validate as isUuid, v7 } from "uuid";
import { isSignedIn, type Viewer } from "../../auth";
import { fail, ok, random, type Seed } from "../../base";
import {
  type DueSkill,
  type Estimates,
  graspOf,
  mastery,
  type ReviewProblem,
  retention,
  reviewSession,
  unknownSkill,
} from "../../progress";
import { database, inTransaction } from "../../store";
import { notFound, type ServiceError, signInNeeded, tooMany } from "../error";
import { hasVariants } from "../instances";
import { holdAsker } from "../people";
import { problemView } from "../problem-view";
import type { Reply } from "../reply";
import { loadPublished, type PublishedProblem, publishedOnly } from "../rows";
import { loadStanding, loadStandings, standingOf } from "../standings";
import { isOpen } from "../variants";
import { roomForWork } from "../work-limits";
import { type DueRow, hardestReview, loadDue, nextDue } from "./due";
import { loadEstimates } from "./estimates";
import { freshen } from "./fresh";
import type { Mastery, ReviewView } from "./views";

/** A problem of a session, and how well its skill was had before. */
export interface ReviewItem extends Mastery {
  readonly problemId: string;
  readonly skill: string;
}

const minutesOfSession = 10;
/** A session that was left lying is not taken up again. */
const longestSession = 12 * 3_600_000;

/** What the viewer has before them on the page of reviews. A guest sees what is due, and needs an account to review it. */
export async function getReview(viewer: Viewer, now: Date): Promise<ReviewView> {
  const { personId } = viewer;
  if (personId === null) return { state: "idle", due: 0, nextDue: null };
  const turn = await openTurn(personId, now);
  if (turn) return openView(viewer, turn);
  const [due, next] = await Promise.all([loadDue(personId, now), nextDue(personId, now)]);
  return { state: "idle", due: due.length, nextDue: next };
}

/** The problem of an open session whose turn it is. */
interface Turn {
  readonly id: string;
  readonly done: number;
  readonly of: number;
  readonly item: ReviewItem;
  readonly published: PublishedProblem;
}

/** Nothing where no session is open, or where its problem has been taken away since. */
async function openTurn(personId: string, now: Date): Promise<Turn | null> {
  const since = new Date(now.getTime() - longestSession);
  const row = await database().reviewSession.findFirst({
    where: { personId, finishedAt: null, createdAt: { gt: since } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (!row) return null;
  const items = row.items as unknown as ReviewItem[];
  const item = items[row.done];
  const published = item && (await loadPublished(item.problemId));
  return published ? { id: row.id, done: row.done, of: items.length, item, published } : null;
}

/** Of earlier variants nothing is shown, and the solution only once this one is settled. */
async function openView(viewer: Viewer, { id, done, of, item, published }: Turn): Promise<ReviewView> {
  const [problem, standing, skill] = await Promise.all([
    problemView(viewer, published),
    loadStanding(viewer, published.id),
    database().skill.findUnique({ where: { id: item.skill } }),
  ]);
  const settled = isOpen(standing);
  const attempts = problem.attempts.filter(({ variant }) => variant === standing.variant);
  const solution = settled ? problem.solution : null;
  return {
    state: "open",
    id,
    done,
    of,
    ability: skill?.ability ?? "",
    settled,
    problem: { ...problem, attempts, solution },
  };
}

/** Begins a session of what is due, with fresh variants; goes on with the one that is open. */
export async function startReview(viewer: Viewer, seed: Seed, now: Date): Reply<null> {
  const { personId } = viewer;
  if (!isSignedIn(viewer) || personId === null) return signInNeeded();
  const retryAfter = await roomForWork(viewer, personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  if (await openTurn(personId, now)) return ok(null);

  const [due, estimates] = await Promise.all([loadDue(personId, now), loadEstimates(personId)]);
  const problems = await problemsFor(viewer, due);
  const chosen = reviewSession(dueSkills(due, estimates, now), problems, minutesOfSession, random(seed));
  if (chosen.length === 0) return fail(nothingDue);
  const items = chosen.map((problemId) => itemFor(problemId, problems, estimates));
  const published = await Promise.all([...chosen].sort().map(loadPublished));
  const begun = await inTransaction(async (transaction) => {
    if (!(await holdAsker(transaction, viewer, personId))) return false;
    for (const problem of published) if (problem) await freshen(transaction, viewer, personId, problem);
    const data = { id: v7(), personId, items: JSON.parse(JSON.stringify(items)), createdAt: now };
    await transaction.reviewSession.create({ data });
    return true;
  });
  return begun ? ok(null) : signInNeeded();
}

const nothingDue: ServiceError = { code: "refused", message: "Nothing is due for review." };

function dueSkills(due: readonly DueRow[], estimates: Estimates, now: Date): DueSkill[] {
  return due.flatMap(({ skill, topicId }) => {
    const review = estimates.get(skill)?.review;
    return review ? [{ skill, topicId, retention: retention(review, now) }] : [];
  });
}

function itemFor(problemId: string, problems: readonly ReviewProblem[], estimates: Estimates): ReviewItem {
  const skill = problems.find(({ id }) => id === problemId)?.skill ?? "";
  return { problemId, skill, ...masteryIn(estimates, skill) };
}

export function masteryIn(estimates: Estimates, skill: string): Mastery {
  const known = estimates.get(skill)?.skill ?? unknownSkill;
  return { grasp: graspOf(known), mastery: mastery(known) };
}

/**
 * For each skill the problems to choose from: those made for it before those that practise it beside another, and among them
 * those with something new to them, and those that are not hard.
 */
async function problemsFor(viewer: Viewer, due: readonly DueRow[]): Promise<readonly ReviewProblem[]> {
  const skills = due.map(({ skill }) => skill);
  const [rows, standings] = await Promise.all([
    database().problem.findMany({
      where: { ...publishedOnly, currentVersion: { is: { skills: { hasSome: skills } } } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        currentVersion: { select: { skills: true, difficulty: true, parameters: true } },
      },
    }),
    loadStandings(viewer),
  ]);
  const known = rows.flatMap(({ id, currentVersion: version }) => {
    if (!version || (version.difficulty ?? 0) > hardestReview) return [];
    const isNew = hasVariants(version) || standingOf(standings, id).firstRight === null;
    return [{ id, skills: version.skills, difficulty: version.difficulty ?? 2, isNew }];
  });
  const taken = new Set<string>();
  return skills.flatMap((skill) => {
    const fitting = known.filter((problem) => problem.skills.includes(skill) && !taken.has(problem.id));
    const own = fitting.filter((problem) => problem.skills[0] === skill);
    const choice = [own.filter(({ isNew }) => isNew), own, fitting.filter(({ isNew }) => isNew), fitting];
    const found = choice.find((problems) => problems.length > 0) ?? [];
    const light = found.filter(({ difficulty }) => difficulty < hardestReview);
    const best = light.length > 0 ? light : found;
    for (const { id } of best) taken.add(id);
    return best.map(({ id, difficulty }) => ({ id, difficulty, skill }));
  });
}

export interface ReviewStep {
  /** The session, and how many of its problems were done with when the page was made. */
  readonly id: string;
  readonly done: number;
}

/** Goes on to the next problem of a session; says whether that was the last one. A step taken twice counts once. */
export async function nextInReview(viewer: Viewer, { id, done }: ReviewStep, now: Date): Reply<{ finished: boolean }> {
  const { personId } = viewer;
  if (!isSignedIn(viewer) || personId === null) return signInNeeded();
  const mine = isUuid(id) ? await database().reviewSession.findFirst({ where: { id, personId } }) : null;
  if (!mine) return notFound();
  const last = done + 1 >= (mine.items as unknown as ReviewItem[]).length;
  await database().reviewSession.updateMany({
    where: { id, personId, done, finishedAt: null },
    data: { done: done + 1, ...(last && { finishedAt: now }) },
  });
  return ok({ finished: last });
}
