import { availableParallelism } from "node:os";
import { join } from "node:path";
import { onePerProcess } from "../../observe";
import { type Limits, type Outcome, Pool, type PoolCounts, type PoolSettings } from "../../pool";
import { countSetting, setting } from "../../store";
import type { tasks } from "./tasks";

/**
 * Where work is done: `answers` for what somebody waits for, on as many threads as there are processors; `patient` for long rows of
 * small work, and `second-looks` for what takes minutes, each one piece at a time, so that neither stands before an answer.
 */
export type Lane = "answers" | "patient" | "second-looks";

export type Tasks = typeof tasks;
export type Value<T extends keyof Tasks> = ReturnType<Tasks[T]>;

const one = { threads: 1, mostWaiting: Number.POSITIVE_INFINITY, isKept: false };

const settings: { readonly [L in Lane]: () => Pick<PoolSettings, "threads" | "mostWaiting" | "isKept"> } = {
  answers: () => ({
    threads: countSetting("GRADER_THREADS", availableParallelism()),
    mostWaiting: countSetting("GRADER_QUEUE", 500),
    isKept: true,
  }),
  patient: () => one,
  "second-looks": () => one,
};

/** For everything that somebody waits for. */
export const usualLimits: Limits = { soft: 1_000, hard: 5_000 };

const pools = () => onePerProcess("nablaPools", () => new Map<Lane, Pool>());

function poolOf(lane: Lane): Pool {
  const known = pools().get(lane);
  if (known) return known;
  const made = new Pool({ name: lane, file: join(setting("WORKER_FILES"), "grader.mjs"), ...settings[lane]() });
  pools().set(lane, made);
  return made;
}

/** Does a task on a thread. */
export function onThread<T extends keyof Tasks>(
  lane: Lane,
  task: T,
  input: Parameters<Tasks[T]>[0],
  limits: Limits = usualLimits,
): Promise<Outcome<Value<T>>> {
  return poolOf(lane).run(task, input, limits) as Promise<Outcome<Value<T>>>;
}

/** Seconds to wait where more answers are waiting than can be graded soon; `null` where there is room. */
export function waitForGrader(): number | null {
  return poolOf("answers").wait();
}

/** Why answers cannot be graded, in words that anybody may read; `null` where they can. Starts the threads, so that no answer waits for them. */
export async function graderAway(): Promise<string | null> {
  if (poolOf("answers").counts.done > 0) return null;
  return (await onThread("answers", "begin", null)).ended === "done" ? null : "has no threads";
}

/** What the threads that answers are graded on have done, for whoever watches them. */
export function graderCounts(): PoolCounts {
  return poolOf("answers").counts;
}

/** Lets what is being graded come to its end, and ends the threads. For the end of a process. */
export async function closeGrader(): Promise<void> {
  const open = [...pools().values()];
  await Promise.all(open.map((pool) => pool.close()));
}
