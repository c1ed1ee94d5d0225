import { fail, ok } from "../../base";
import { report } from "../../feedback";
import { setting } from "../../store";
import { readable } from "../answer-text";
import { tooMany } from "../error";
import { askGrader } from "../grader/ask";
import type { Reply } from "../reply";
import { longestAnswer, tooLong } from "../submissions";
import { roomForWork } from "../work-limits";
import type { Holder } from "./views";

/** Grades a record of the grading contract. Nothing is stored; it counts towards the limits of its person's answers. */
export async function gradeForProgram(holder: Holder, record: unknown): Reply<Record<string, unknown>> {
  const length = lengthOf(record);
  if (length > longestAnswer) return fail(tooLong(length));
  const retryAfter = await roomForWork(holder.viewer, holder.viewer.personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const graded = await askGrader("grade-record", { record, secret: setting("NABLA_SECRET") });
  if (!graded.ok) return graded;
  const { id, verdict } = graded.value;
  return ok({ id, ...report(verdict) });
}

/** How long a record's answer is, where it has one. */
function lengthOf(record: unknown): number {
  const answer = (record as { answer?: unknown } | null)?.answer;
  if (typeof answer === "string") return answer.length;
  if (typeof answer !== "object" || answer === null) return 0;
  return readable(Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, String(part)]))).length;
}
