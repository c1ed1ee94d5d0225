import { validate as isUuid } from "uuid";
import type { Viewer } from "../../auth";
import { fail, ok } from "../../base";
import type { Policy } from "../../grade";
import { database, type Prisma } from "../../store";
import { roleIn } from "../courses/rights";
import { notFound } from "../error";
import type { Reply } from "../reply";
import { type VersionRow, versionRow } from "../version-rows";
import type { Level } from "./level";
import { forStudents } from "./rows";
import type { TimedAssignment } from "./terms";

/** What taking an answer needs of an assignment. */
export interface AnsweredAssignment extends TimedAssignment {
  readonly policy: Policy | null;
  readonly renames: boolean;
  /** Counted answers to each problem; none, and there is no limit. */
  readonly attempts: number | null;
  readonly shownOpen: Level;
  readonly shownClosed: Level;
  readonly course: TimedAssignment["course"] & { readonly policy: Policy };
}

/** What taking an answer needs of an assigned problem. */
export interface AnsweredProblem {
  readonly id: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly slot: number;
  readonly problemId: string;
  readonly hints: number;
  readonly settledAt: Date | null;
  readonly version: VersionRow;
}

/** Where an answer goes: loaded at once, because a whole class answers in the last minutes. */
export interface AnswerPlace {
  readonly assigned: AnsweredProblem;
  readonly assignment: AnsweredAssignment;
  readonly points: number;
}

/** The asker's own assigned problem. Somebody else's is not there, and neither is one of an assignment that is not published. */
export async function loadAnswerPlace(viewer: Viewer, assignedId: string): Reply<AnswerPlace> {
  if (viewer.personId === null || viewer.role === "guest" || !isUuid(assignedId)) return notFound();
  const row = await loadRow(assignedId, viewer.personId);
  const role = row && roleIn(viewer, row.role);
  if (!row || !role) return notFound();
  if (role !== "student") return fail(forStudents);
  if (row.publishedAt === null) return notFound();
  return ok(placeOf(row, await versionRow(row.versionId)));
}

type Row = Omit<AnsweredProblem, "version"> &
  Omit<AnsweredAssignment, "id" | "course"> & {
    readonly versionId: string;
    readonly points: number;
    readonly publishedAt: Date | null;
    readonly lateSteps: Prisma.JsonValue;
    readonly latePassHours: number;
    readonly coursePolicy: Policy;
    readonly role: "instructor" | "assistant" | "student" | null;
  };

async function loadRow(assignedId: string, personId: string): Promise<Row | undefined> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT assigned.id, assigned.assignment_id AS "assignmentId", assigned.item_id AS "itemId", assigned.person_id AS "personId",
      assigned.slot, assigned.problem_id AS "problemId", assigned.version_id AS "versionId", assigned.hints,
      assigned.settled_at AS "settledAt", item.points,
      assignment.course_id AS "courseId", assignment.opens_at AS "opensAt", assignment.due_at AS "dueAt",
      assignment.closes_at AS "closesAt", assignment.late_steps AS "lateSteps", assignment.grace_seconds AS "graceSeconds",
      assignment.policy::text, assignment.renames, assignment.attempts, assignment.shown_open::text AS "shownOpen",
      assignment.shown_closed::text AS "shownClosed", assignment.published_at AS "publishedAt",
      course.policy::text AS "coursePolicy", course.late_pass_hours AS "latePassHours", enrolment.role::text
    FROM assigned
    JOIN assignment_item AS item ON item.id = assigned.item_id
    JOIN assignment ON assignment.id = assigned.assignment_id
    JOIN course ON course.id = assignment.course_id
    LEFT JOIN enrolment
      ON enrolment.course_id = course.id AND enrolment.person_id = assigned.person_id AND enrolment.left_at IS NULL
    WHERE assigned.id = ${assignedId}::uuid AND assigned.person_id = ${personId}::uuid`;
  return row;
}

function placeOf({ coursePolicy, latePassHours, points, ...row }: Row, version: VersionRow): AnswerPlace {
  const assignment = { ...row, id: row.assignmentId, course: { policy: coursePolicy, latePassHours } };
  return { assigned: { ...row, version }, assignment, points };
}
