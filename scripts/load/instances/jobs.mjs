import { query } from "../kept.mjs";

/**
 * Notes in the database each time a server takes a job, whichever server and whatever becomes of it.
 *
 * @param {string} ownerUrl
 */
export async function watchJobs(ownerUrl) {
  await query(
    ownerUrl,
    `CREATE TABLE job_taken (job_id bigint, task text, planned timestamptz, taker text);
     CREATE FUNCTION note_job() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
     BEGIN
       INSERT INTO public.job_taken SELECT NEW.id, identifier, NEW.run_at, NEW.locked_by
       FROM graphile_worker._private_tasks WHERE id = NEW.task_id;
       RETURN NEW;
     END $$;
     CREATE TRIGGER note_job AFTER UPDATE OF locked_by ON graphile_worker._private_jobs
       FOR EACH ROW WHEN (NEW.locked_by IS NOT NULL) EXECUTE FUNCTION note_job()`,
  );
}

/** Asks for a comparison of all answers to each problem of an assignment with the version that they were graded by. */
export async function askForRegrades(ownerUrl, assignmentId) {
  const made = await query(
    ownerUrl,
    `INSERT INTO regrade (id, problem_id, version_id, course_id, total)
     SELECT uuidv7(), problem.id, problem.current_version_id, assignment.course_id, 0
     FROM assignment JOIN assignment_item item ON item.assignment_id = assignment.id JOIN problem ON problem.id = item.problem_id
     WHERE assignment.id = $1::uuid RETURNING id`,
    [assignmentId],
  );
  for (const { id } of made) {
    const words = [JSON.stringify({ regradeId: id }), `regrade ${id}`];
    await query(
      ownerUrl,
      "SELECT graphile_worker.add_job('regrade', $1::json, job_key => $2, max_attempts => 1)",
      words,
    );
  }
  return made.map(({ id }) => id);
}

/** What the servers have taken: how often the same job, how often the same minute's work, and how many servers took any. */
export async function jobsTaken(ownerUrl) {
  const [found] = await query(
    ownerUrl,
    `SELECT
       (SELECT count(DISTINCT job_id)::int FROM job_taken) AS jobs,
       (SELECT count(DISTINCT taker)::int FROM job_taken) AS takers,
       (SELECT count(*)::int FROM (SELECT FROM job_taken GROUP BY job_id HAVING count(*) > 1) twice) AS twice,
       (SELECT count(*)::int FROM (
          SELECT FROM job_taken WHERE task IN ('sweep-answers', 'settle-closed', 'continue-regrades')
          GROUP BY task, planned HAVING count(DISTINCT job_id) > 1) twice) AS minutes`,
  );
  return found;
}
