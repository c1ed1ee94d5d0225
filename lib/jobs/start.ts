import { atEnd, gaugeOf, readiness } from "../observe";
import { closeGrader, graderAway, graderCounts } from "../services";
import { closeDatabase, databaseAway, migrationsMissing, pool } from "../store";
import { startJobs } from "./worker";

/** Starts what works beside requests, and says how to see whether it does, and how it ends. */
export function startWork(): void {
  readiness("database", databaseAway);
  readiness("migrations", migrationsMissing);
  atEnd("database", closeDatabase);
  gaugeOf("nabla_database_connections", "Connections to the database, by state.", connections, "state");

  readiness("grading", graderAway);
  atEnd("grading", closeGrader);
  gaugeOf(
    "nabla_grader_work",
    "Work on the grader's threads: under way, and done since the start.",
    graderWork,
    "state",
  );
  void graderAway();

  const jobs = startJobs();
  readiness("jobs", () => (jobs.areTaken() ? null : "are not taken"));
  atEnd("work", jobs.stop);
  gaugeOf("nabla_jobs_waiting", "Jobs that are due and wait.", waitingJobs);
}

function graderWork(): Readonly<Record<string, number>> {
  return { ...graderCounts() };
}

function connections(): Readonly<Record<string, number>> {
  const { totalCount, idleCount, waitingCount } = pool();
  return { used: totalCount - idleCount, idle: idleCount, waited_for: waitingCount };
}

async function waitingJobs(): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>(
    "SELECT count(*)::int AS waiting FROM graphile_worker.jobs WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts",
  );
  return rows[0]?.waiting ?? 0;
}
