import type { Viewer } from "../auth";
import { ok } from "../base";
import { inTransaction } from "../store";
import { askedOf, shownVariant } from "./asked";
import { assignmentAsking } from "./assignments/asking";
import { notFound, refused, signInNeeded, tooMany } from "./error";
import { hasVariants } from "./instances";
import { learnFromGivingUp } from "./mastery/given-up";
import { holdAsker } from "./people";
import type { Reply } from "./reply";
import { loadPublished, type PublishedProblem } from "./rows";
import { keepStanding, lockStanding, type ProblemStanding } from "./standings";
import { isOpen, nextVariant } from "./variants";
import { roomForWork } from "./work-limits";

/** What somebody may ask for beside a verdict. Each is remembered, so that it can be weighed later. */

export interface HelpInput {
  readonly problemId: string;
  /** Names the variant that the asker saw, as the problem's view has it. */
  readonly asked: string;
}

type Version = PublishedProblem["currentVersion"];

/** Shows one more hint of the variant. */
export function askForHint(viewer: Viewer, input: HelpInput): Reply<null> {
  return change(viewer, input, (standing, { hints }) => ({
    ...standing,
    hints: Math.min(standing.hints + 1, hints.length),
  }));
}

/** Shows the solution of the variant without solving it, which counts as a miss. */
export function giveUp(viewer: Viewer, input: HelpInput, now = new Date()): Reply<null> {
  const next: Next = (standing) => (isOpen(standing) ? standing : { ...standing, gaveUp: true });
  return change(viewer, input, next, now);
}

/** Draws another variant, once this one was solved or given up. */
export async function takeNewVariant(viewer: Viewer, input: HelpInput): Reply<null> {
  return change(viewer, input, (standing, version) =>
    hasVariants(version) && isOpen(standing) ? anotherVariant(viewer, version, standing) : undefined,
  );
}

/** Where there are few variants, the next draw may be the same again: so many are tried. */
const mostDraws = 20;

/** A standing with another variant than the one before. */
export function anotherVariant({ personId }: Viewer, version: Version, standing: ProblemStanding): ProblemStanding {
  const numbersOf = (each: ProblemStanding) => JSON.stringify(shownVariant(version, personId, each).drawn);
  const before = numbersOf(standing);
  let after = { ...standing, ...nextVariant(standing) };
  for (let draws = 1; draws < mostDraws && numbersOf(after) === before; draws++)
    after = { ...after, ...nextVariant(after) };
  return after;
}

/** The standing that comes of a wish; nothing where it cannot be granted. */
type Next = (standing: ProblemStanding, version: Version) => ProblemStanding | undefined;

/** Changes the viewer's standing with a problem; where `next` has nothing to give, it is refused. */
async function change(viewer: Viewer, { problemId, asked }: HelpInput, next: Next, now = new Date()): Reply<null> {
  const { personId } = viewer;
  if (personId === null) return signInNeeded();
  const retryAfter = await roomForWork(viewer, personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const problem = await loadPublished(problemId);
  if (!problem) return notFound();
  const asking = await assignmentAsking(personId, problemId, now);

  const outcome = await inTransaction(async (transaction) => {
    if (!(await holdAsker(transaction, viewer, personId))) return "gone";
    const standing = await lockStanding(transaction, personId, problemId);
    const shown = askedOf(problem.currentVersion, personId, standing, asked);
    if (!shown) return "stale";
    const after = next({ ...standing, drawnFor: shown.drawnFor }, problem.currentVersion);
    if (!after) return "refused";
    if (asking && after.gaveUp && !standing.gaveUp) return "asked";
    await keepStanding(transaction, personId, problemId, after);
    if (after.gaveUp && !standing.gaveUp) {
      const version = problem.currentVersion;
      const row = { personId, problemId, versionId: version.id, variant: standing.variant, createdAt: now };
      await learnFromGivingUp(transaction, row, version);
    }
    return "done";
  });
  if (outcome === "gone") return signInNeeded();
  // Where another variant has been taken since, the page shows that one, and nothing is lost.
  if (outcome === "asked") return refused(`${asking?.title} asks this too. The solution opens when that is closed.`);
  return outcome === "refused" ? refused("Solve this variant first, or give it up.") : ok(null);
}
