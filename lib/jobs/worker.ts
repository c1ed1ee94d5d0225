import { setTimeout as wait } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import { log, metrics } from "../observe";
import { sessions } from "../store";
import { tasks, timetable } from "./tasks";

/** Its own messages are for whoever looks for a fault: only the alarming ones stand out. */
const logger = new Logger(() => (level, message, meta) => {
  const known = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
  log[known]({ meta }, `jobs: ${message}`);
});

const patience = 10_000;

/** In milliseconds: how long a job under way may take once the server is to end. */
const longestJob = 12_000;

export interface Jobs {
  /** True while jobs are taken. */
  readonly areTaken: () => boolean;
  /** Takes no further job, and waits for those under way. */
  readonly stop: () => Promise<void>;
}

/** Takes jobs until it is stopped; a database that is not there yet, or not any more, is waited for. */
export function startJobs(): Jobs {
  const ending = new AbortController();
  let runner: Runner | undefined;
  const keepUp = async () => {
    while (!ending.signal.aborted) {
      runner = await begin(ending.signal);
      await runner?.promise.catch((err: unknown) => log.error({ err }, "jobs broke off; starting again"));
      runner = undefined;
      await pause(ending.signal);
    }
  };
  const ended = keepUp();
  return {
    areTaken: () => runner !== undefined,
    stop: async () => {
      ending.abort();
      if (runner) await endRunner(runner);
      await ended;
    },
  };
}

/** Waits for the jobs under way; those that take too long are given back, so that another server takes them up. */
async function endRunner(runner: Runner): Promise<void> {
  // One that has broken off by itself says so here.
  const stopped = runner.stop().catch(() => undefined);
  const late = wait(longestJob, "late", { ref: false });
  if ((await Promise.race([stopped, late])) === "late") await runner.kill("the server ends");
}

async function begin(ending: AbortSignal): Promise<Runner | undefined> {
  while (!ending.aborted) {
    try {
      return await startRunner();
    } catch (err) {
      log.error({ err }, "jobs could not be started; trying again");
      await pause(ending);
    }
  }
  return undefined;
}

const pause = (ending: AbortSignal): Promise<void> =>
  wait(patience, undefined, { signal: ending, ref: false }).catch(() => undefined);

async function startRunner(): Promise<Runner> {
  const runner = await run({
    pgPool: sessions(),
    taskList: tasks,
    crontab: timetable,
    concurrency: 2,
    noHandleSignals: true,
    logger,
  });
  const count = (outcome: string) => (event: { readonly job: { readonly task_identifier: string } }) =>
    metrics().jobs.inc({ task: event.job.task_identifier, outcome });
  runner.events.on("job:success", count("done"));
  runner.events.on("job:error", count("failed"));
  // What a process left that was killed need not wait for the next minute.
  await runner.addJob("sweep-answers", {}, { jobKey: "sweep-answers" });
  return runner;
}
