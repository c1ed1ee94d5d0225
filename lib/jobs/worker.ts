import { setTimeout as wait } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import { log, pool } from "../store";
import { tasks, timetable } from "./tasks";

/** Its own messages are for whoever looks for a fault: only the alarming ones stand out. */
const logger = new Logger(() => (level, message, meta) => {
  const known = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
  log[known]({ meta }, `jobs: ${message}`);
});

const patience = 10_000;

/** Takes jobs until it is stopped; a database that is not there yet is waited for. */
export function startJobs(): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const started = begin(ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await (await started)?.stop();
    },
  };
}

/** Takes jobs as long as this process runs. */
export function takeJobs(): void {
  const { stop } = startJobs();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

async function begin(ending: AbortSignal): Promise<Runner | undefined> {
  while (!ending.aborted) {
    try {
      return await run({
        pgPool: pool(),
        taskList: tasks,
        crontab: timetable,
        concurrency: 2,
        noHandleSignals: true,
        logger,
      });
    } catch (err) {
      log.error({ err }, "jobs could not be started; trying again");
      await wait(patience, undefined, { signal: ending, ref: false }).catch(() => undefined);
    }
  }
  return undefined;
}
