import { Logger, run } from "graphile-worker";
import { log, pool } from "../store";
import { tasks, timetable } from "./tasks";

/** Its own messages are for whoever looks for a fault: only the alarming ones stand out. */
const logger = new Logger(() => (level, message, meta) => {
  const known = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
  log[known]({ meta }, `jobs: ${message}`);
});

/** Begins to take jobs; what comes back stops it, and lets the jobs at hand end first. */
export async function startJobs(): Promise<() => Promise<void>> {
  const runner = await run({
    pgPool: pool(),
    taskList: tasks,
    crontab: timetable,
    concurrency: 2,
    noHandleSignals: true,
    logger,
  });
  return () => runner.stop();
}
