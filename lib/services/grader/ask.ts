import { fail, ok, type Result } from "../../base";
import { busy, type ServiceError } from "../error";
import { type Lane, onThread, type Tasks, type Value, waitForGrader } from "./lanes";

const tooSlow: ServiceError = {
  code: "refused",
  message: "This took too long to work out, so it was stopped. Nothing is counted; try something smaller.",
};

const ourFault: ServiceError = { code: "refused", message: "This could not be worked out. The fault is ours." };

/** Where other tasks than the grader's own are done. */
const laneOf: { readonly [T in keyof Tasks]?: Lane } = { "look-at-draft": "authors", "try-draft": "authors" };

/** Does a task for whoever waits for it and has nothing stored yet; says so where too much waits already, or where it takes too long. */
export async function askGrader<T extends keyof Tasks>(
  task: T,
  input: Parameters<Tasks[T]>[0],
): Promise<Result<Value<T>, ServiceError>> {
  const lane = laneOf[task] ?? "answers";
  const wait = waitForGrader(lane);
  if (wait !== null) return busy(wait);
  const outcome = await onThread(lane, task, input);
  if (outcome.ended === "done") return ok(outcome.value);
  return fail(outcome.ended === "stopped" ? tooSlow : ourFault);
}
