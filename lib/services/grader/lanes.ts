import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { onePerProcess } from "../../observe";
import { type Limits, type Outcome, Pool, type PoolCounts, type PoolSettings } from "../../pool";
import { countSetting, setting } from "../../store";
import type { authorTasks } from "./author-tasks";
import type { tasks } from "./tasks";

/**
 * Where work is done: `answers` for what somebody waits for, on as many threads as there are processors; `patient` for long rows of
 * small work, and `second-looks` for what takes minutes, each one piece at a time, so that neither stands before an answer; `authors`
 * for drafts of problems.
 */
export type Lane = "answers" | "patient" | "second-looks" | "authors";

export type Tasks = typeof tasks & typeof authorTasks;
export type Value<T extends keyof Tasks> = ReturnType<Tasks[T]>;

type LaneSettings = Omit<PoolSettings, "name" | "file"> & { readonly program: "grader" | "author" };

const endless = Number.POSITIVE_INFINITY;

const lanes: { readonly [L in Lane]: () => LaneSettings } = {
  answers: () => ({
    program: "grader",
    threads: countSetting("GRADER_THREADS", availableParallelism()),
    mostWaiting: countSetting("GRADER_QUEUE", 500),
    isKept: true,
  }),
  patient: () => ({ program: "grader", threads: 1, mostWaiting: endless, isKept: false }),
  "second-looks": () => ({ program: "grader", threads: 1, mostWaiting: endless, isKept: false }),
  authors: () => ({ program: "author", threads: 2, mostWaiting: 50, isKept: false }),
};

/** For everything that somebody waits for. */
export const usualLimits: Limits = { soft: 1_000, hard: 5_000 };

const pools = () => onePerProcess("nablaPools", () => new Map<Lane, Pool>());

function poolOf(lane: Lane): Pool {
  const known = pools().get(lane);
  if (known) return known;
  const { program, ...settings } = lanes[lane]();
  const made = new Pool({ name: lane, file: join(setting("WORKER_FILES"), `${program}.mjs`), ...settings });
  pools().set(lane, made);
  return made;
}

/** Does a task on a thread, which takes over what is moved to it. */
export function onThread<T extends keyof Tasks>(
  lane: Lane,
  task: T,
  input: Parameters<Tasks[T]>[0],
  limits: Limits = usualLimits,
  moved: readonly MessagePort[] = [],
): Promise<Outcome<Value<T>>> {
  return poolOf(lane).run(task, input, limits, moved) as Promise<Outcome<Value<T>>>;
}

/** Seconds to wait where more is waiting than can be done soon; `null` where there is room. */
export function waitForGrader(lane: Lane = "answers"): number | null {
  return poolOf(lane).wait();
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
