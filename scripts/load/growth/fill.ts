import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Viewer } from "../../../lib/auth";
import { invariant } from "../../../lib/base";
import { database } from "../../../lib/store";

/** Somebody with an account. */
export type Known = Viewer & { readonly personId: string; readonly email: string };

/** What is looked at: the first course, which is the same however many others there are. */
export interface Filled {
  readonly courseId: string;
  readonly instructor: Known;
  readonly student: Known;
  /** The assignments of the course: one that has closed, and one that is open. */
  readonly closed: string;
  readonly open: string;
}

/**
 * Fills the database with the work of so many courses, by SQL alone: the file beside says what a course is like. The bank is there
 * already. Only whoever owns the tables may do it.
 */
export async function fill(ownerUrl: string, courses: number): Promise<Filled> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query("SELECT set_config('fill.courses', $1, false)", [String(courses)]);
    await owner.query(await readFile(join(process.cwd(), "scripts/load/growth/fill.sql"), "utf8"));
    await owner.query("VACUUM ANALYZE");
    await owner.query("CHECKPOINT");
  } finally {
    await owner.end();
  }
  return findFilled();
}

/** The code of the first course. */
export const firstCode = "FEEDAAAC";

async function findFilled(): Promise<Filled> {
  const course = await database().course.findUniqueOrThrow({
    where: { joinCode: firstCode },
    include: { assignments: { orderBy: { opensAt: "asc" } } },
  });
  const [closed, open] = course.assignments;
  invariant(closed && open, "a course has two assignments");
  const [instructor, student] = await Promise.all([person(-1), person(1)]);
  return { courseId: course.id, closed: closed.id, open: open.id, instructor, student };
}

/** The students of the first course. */
export async function studentsOf({ courseId }: Filled): Promise<readonly Known[]> {
  const seats = await database().enrolment.count({ where: { courseId, role: "student" } });
  return Promise.all(Array.from({ length: seats }, (_, index) => person(index + 1)));
}

async function person(seat: number): Promise<Known> {
  const email = `person-1-${seat}@example.org`;
  const { id, name, role } = await database().person.findUniqueOrThrow({ where: { email } });
  return { personId: id, name, email, role, address: `filled ${seat}` };
}
