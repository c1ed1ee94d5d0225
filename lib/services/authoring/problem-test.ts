import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import type { AuditProgress } from "../../audit";
import type { Limits } from "../../pool";
import type { AuthoredProblem, BankError, FieldPath, Place } from "../../problems";
import { onThread } from "../grader/lanes";

type PlaceOf = (id: string, field?: FieldPath) => Place;

/** Fifty variants take some seconds; what takes longer than this would keep its author waiting for nothing. */
const patience: Limits = { soft: 20_000, hard: 60_000 };

/** Runs a problem's own test on a thread, draw by draw. Returns what is wrong. */
export async function* testInSteps(
  problem: AuthoredProblem,
  placeOf: PlaceOf,
): AsyncGenerator<AuditProgress, readonly BankError[]> {
  const { port1: near, port2: far } = new MessageChannel();
  const steps: AuditProgress[] = [];
  let wake = () => {};
  const woken = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  near.on("message", (step: AuditProgress) => {
    steps.push(step);
    wake();
  });
  let isDone = false;
  const ended = onThread("authors", "self-test", { problem, steps: far }, patience, [far]).finally(() => {
    isDone = true;
    wake();
  });
  try {
    while (!isDone || steps.length > 0) {
      const step = steps.shift();
      if (step) yield step;
      else await woken();
    }
    // What was said last may not have been heard yet when the end is.
    for (let late = receiveMessageOnPort(near); late; late = receiveMessageOnPort(near)) yield late.message;
    const outcome = await ended;
    const complain = (field: FieldPath, message: string) => ({
      ...placeOf(problem.id, field),
      entry: problem.id,
      message,
    });
    if (outcome.ended !== "done")
      return [complain([], "its test takes longer than a minute; make the problem smaller")];
    return distinct(outcome.value.map(({ field, message }) => complain(field, message)));
  } finally {
    near.close();
  }
}

/** Of several fields that stand in one place, the same complaint is made once. */
function distinct(errors: readonly BankError[]): readonly BankError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
