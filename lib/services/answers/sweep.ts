import { database, log } from "../../store";
import { settleAnswer } from "./settle";
import { loadUngraded } from "./ungraded";

/**
 * In seconds: whoever has begun to grade an answer so long ago is gone. It is more than an answer ever waits for a thread and for its
 * hard limit; where it is not, an answer is graded by two, and one of them finds it done.
 */
const lease = 60;

/** Grades what a process that was killed has left; the number of answers. Several may sweep at once: each takes other answers. */
export async function sweepAnswers(seconds = lease): Promise<number> {
  let swept = 0;
  for (let id = await takeLeft(seconds); id !== null; id = await takeLeft(seconds)) {
    if (await settleLeft(id)) swept++;
  }
  if (swept > 0) log.warn({ swept }, "answers were graded that somebody had left");
  return swept;
}

/** Takes the answer that was left first, for a lease of our own. */
async function takeLeft(seconds: number): Promise<string | null> {
  const [taken] = await database().$queryRaw<{ id: string }[]>`
    UPDATE ungraded SET begun_at = now() WHERE submission_id = (
      SELECT submission_id FROM ungraded WHERE begun_at < now() - make_interval(secs => ${seconds}::float8)
      ORDER BY begun_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING submission_id AS id`;
  return taken?.id ?? null;
}

/** One that cannot be graded now keeps no other waiting: its lease brings it back. */
async function settleLeft(id: string): Promise<boolean> {
  try {
    const answer = await loadUngraded(id);
    return answer !== null && (await settleAnswer(answer)) !== null;
  } catch (err) {
    log.error({ err, submission: id }, "an answer that was left could not be graded");
    return false;
  }
}
