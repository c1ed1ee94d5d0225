import { query } from "../kept.mjs";

/** What students have typed into the first of their problems and not sent; the assignment sends it when it closes. */
export async function leaveDrafts(ownerUrl, { assignmentId, students }, closesAt) {
  await query(ownerUrl, "UPDATE assignment SET sends_drafts = true, due_at = $2, closes_at = $2 WHERE id = $1::uuid", [
    assignmentId,
    closesAt,
  ]);
  const typed = students.map(({ places: [place] }) => ({ id: place.assignedId, fields: place.right[0] }));
  await query(
    ownerUrl,
    `INSERT INTO assigned_draft (assigned_id, fields, writing, typed_at, readable, readable_writing)
     SELECT id, fields, 'text', now(), fields, 'text' FROM jsonb_to_recordset($1::jsonb) AS typed (id uuid, fields json)`,
    [JSON.stringify(typed)],
  );
  return typed.length;
}

/** How many of those drafts were sent, and how many more than once. */
export async function draftsSent(ownerUrl, { assignmentId }) {
  const [found] = await query(
    ownerUrl,
    `SELECT count(*)::int AS sent, count(*) FILTER (WHERE times > 1)::int AS twice FROM (
       SELECT count(*) AS times FROM submission JOIN assigned ON assigned.id = submission.assigned_id
       WHERE assigned.assignment_id = $1::uuid AND automatic GROUP BY assigned.id) each`,
    [assignmentId],
  );
  return found;
}
