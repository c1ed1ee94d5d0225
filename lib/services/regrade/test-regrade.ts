import { invariant } from "../../base";
import { database } from "../../store";
import { answerAt, hoursAfter, opensAt, problemItem, problemsOf, testAssignment } from "../assignments/test-assignment";
import type { Somebody } from "../courses/test-course";
import { lengthProblem, loadTestBank } from "../test-world";
import { applyRegrade, getRegradeStart, startRegrade } from "./regrades";
import { runRegrade, stepsOf } from "./run";
import type { RegradeMode } from "./views";

/** A problem with a mistake of its author's, answered and then corrected, for tests against a database. */

/** Asks for the derivative of 3x'x where the statement says x'x. */
export const mistakenProblem = {
  ...lengthProblem,
  problem: { ...lengthProblem.problem, function: "3*x'*x" },
  answers: { numerator: "6*x'", denominator: "6*x" },
  spoiled: [
    { answer: "2*x", slip: "Loses the 3." },
    { answer: "x'*x", slip: "Does not differentiate." },
  ],
};

export interface Corrected {
  readonly courseId: string;
  readonly assignmentId: string;
  readonly instructor: Somebody;
  readonly assistant: Somebody;
  readonly students: readonly Somebody[];
  /** The assigned problem of each student. */
  readonly assigned: readonly string[];
  /** The correct version. */
  readonly versionId: string;
}

/** Calls by another name what the statement calls x. */
export const misnamedProblem = {
  ...mistakenProblem,
  problem: { variables: { y: { shape: ["n"] } }, function: "y'*y", wrt: "y" },
};

/** Each student gives the answers of one row. Hours count from the opening; then the problem is corrected. */
export async function corrected(
  answers: readonly (readonly [text: string, hours: number][])[],
  problem: object = mistakenProblem,
): Promise<Corrected> {
  const world = await testAssignment({ items: [problemItem("squared-length", "2")] }, answers.length, [problem]);
  const assigned: string[] = [];
  for (const [at, student] of world.students.entries()) {
    const [id = ""] = await problemsOf(student, world.assignmentId);
    assigned.push(id);
    for (const [text, hours] of answers[at] ?? []) {
      const reply = await answerAt(student, id, text, hoursAfter(opensAt, hours));
      invariant(reply.ok, `the answer ${text} is taken: ${JSON.stringify(reply)}`);
    }
  }
  await loadTestBank([lengthProblem]);
  const { currentVersionId } = await database().problem.findUniqueOrThrow({ where: { id: "squared-length" } });
  invariant(currentVersionId, "the problem is published");
  return { ...world, assigned, versionId: currentVersionId };
}

/** Starts a regrade of the course's answers under the correct version. */
export async function started({ instructor, courseId, versionId }: Corrected): Promise<string> {
  const where = { problemId: "squared-length", courseId };
  const start = await getRegradeStart(instructor, where);
  invariant(start.ok, "an instructor sees what can be regraded");
  const made = await startRegrade(instructor, { ...where, versionId });
  invariant(made.ok, "an instructor starts a regrade");
  return made.value.regradeId;
}

/** Lets a regrade do so many steps of its work, as if the process had been killed behind the last one. */
export async function runSteps(regradeId: string, count: number): Promise<void> {
  const steps = stepsOf(regradeId);
  for (let done = 0; done < count; done++) if ((await steps.next()).done) return;
}

/** What students have for the problem, in their order. */
export async function creditsOf({ assigned }: Corrected): Promise<readonly number[]> {
  const rows = await database().assigned.findMany({ where: { id: { in: [...assigned] } } });
  return assigned.map((id) => rows.find((row) => row.id === id)?.credit ?? -1);
}

/** An arrival behind the due time, which is after 106 hours: 80 % within a day. */
export const late = 120;

/** Wronged in time, wronged late, wrongly right, unreadable, silent. */
export function classOf5(): Promise<Corrected> {
  return corrected([[["2*x", 1]], [["2*x", late]], [["6*x", 1]], [["2*q", 1]], []]);
}

/** A regrade that is compared and applied. */
export async function applied(world: Corrected, mode: RegradeMode): Promise<string> {
  const regradeId = await started(world);
  await runRegrade(regradeId);
  const chosen = await applyRegrade(world.instructor, regradeId, mode);
  invariant(chosen.ok, `it can be applied: ${JSON.stringify(chosen)}`);
  await runRegrade(regradeId);
  return regradeId;
}

/** All grades of the students' answers, the oldest first. */
export function gradesOf({ assigned }: Corrected) {
  return database().grade.findMany({
    where: { submission: { assignedId: { in: [...assigned] } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
