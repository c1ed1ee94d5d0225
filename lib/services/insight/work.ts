import type { Work } from "../../assess";
import { database } from "../../store";

/** What the students of a course have done with each problem that they have got in published assignments. */
export function loadWork(courseId: string): Promise<Work[]> {
  return database().$queryRaw<Work[]>`
    SELECT assigned.person_id AS "personId", assigned.problem_id AS "problemId", assigned.attempts,
      assigned.first_right AS "firstRight",
      CASE WHEN answer.created_at >= assigned.opened_at
        THEN extract(epoch FROM answer.created_at - assigned.opened_at)::float8 END AS seconds
    FROM assigned
    JOIN assignment ON assignment.id = assigned.assignment_id
    JOIN enrolment ON enrolment.course_id = assignment.course_id AND enrolment.person_id = assigned.person_id
    LEFT JOIN submission answer ON answer.assigned_id = assigned.id AND answer.ordinal = assigned.first_right
    WHERE assignment.course_id = ${courseId}::uuid AND assignment.published_at IS NOT NULL
      AND enrolment.role = 'student' AND enrolment.left_at IS NULL
    ORDER BY assignment.due_at, assigned.problem_id, assigned.person_id`;
}

/** What everybody has done with a problem in practice. Nobody knows how long they looked at it. */
export async function loadPracticeWork(problemId: string): Promise<Work[]> {
  const rows = await database().progress.findMany({
    where: { problemId },
    select: { personId: true, problemId: true, attempts: true, firstRight: true },
  });
  return rows.map((row) => ({ ...row, seconds: null }));
}
