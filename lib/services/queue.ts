import { database, type Statements } from "../store";

/**
 * Asks for a regrade to be gone on with, by whichever server is free. Asked twice, it is done once: the key names it. What is
 * asked for while no server runs waits in the table.
 */
export async function askForRegrade(regradeId: string): Promise<void> {
  const payload = JSON.stringify({ regradeId });
  await database().$executeRaw`
    SELECT graphile_worker.add_job('regrade', ${payload}::json, job_key => ${`regrade ${regradeId}`}, max_attempts => 1)`;
}

/** Asks for a second look at an answer whose grading was stopped, together with whatever else the transaction does. */
export async function askForSecondLook(transaction: Statements, submissionId: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO second_look (submission_id) VALUES (${submissionId}::uuid) ON CONFLICT DO NOTHING`;
  await transaction.$executeRaw`SELECT graphile_worker.add_job('second-looks', job_key => 'second looks', max_attempts => 1)`;
}
