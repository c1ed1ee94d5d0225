import { setTimeout as wait } from "node:timers/promises";
import { invariant } from "../../base";
import type { LoadedAttempt } from "../attempts";
import { usualLimits } from "../grader/lanes";
import { finishAnswer, isUngraded, loadAttempt } from "./finish";
import { gradeStored, type Ungraded } from "./ungraded";

/** Grades an answer that was just stored, and gives it its grade. */
export async function settleAnswer(stored: Ungraded): Promise<LoadedAttempt | null> {
  return finishAnswer(stored, await gradeStored(stored));
}

/** In milliseconds: how often is looked whether somebody else has graded an answer, and how long. */
const pause = 100;
const patience = usualLimits.hard + 1_000;

/**
 * An answer that had been stored before, as it is shown: where it is still being graded, its grade is waited for a while, and then it
 * is shown without.
 */
export async function awaitGrade(submissionId: string): Promise<LoadedAttempt> {
  for (let waited = 0; waited < patience && (await isUngraded(submissionId)); waited += pause) await wait(pause);
  const found = await loadAttempt(submissionId);
  invariant(found, `the answer ${submissionId} is there`);
  return found;
}
