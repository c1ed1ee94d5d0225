import { mayTeach, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database, isId } from "../../store";
import { memberWith } from "../courses/rights";
import { notFound } from "../error";
import type { Reply } from "../reply";

/** Which answers somebody wants to look at: to a problem, in a course or wherever they may. */
export interface Where {
  readonly problemId: string;
  readonly courseId: string | null;
}

/**
 * Whether the asker may regrade answers to a problem: in a course its instructors, for the problems that the course has given out;
 * everywhere its author, and admins.
 */
export async function mayRegrade(viewer: Viewer, { problemId, courseId }: Where): Reply<{ readonly personId: string }> {
  const { personId, role } = viewer;
  if (personId === null || !isId(problemId)) return notFound();
  if (courseId !== null) {
    const member = await memberWith(viewer, courseId, "regrade");
    if (!member.ok) return member;
    const given = await database().assigned.count({ where: { problemId, assignment: { courseId } }, take: 1 });
    return given > 0 ? ok({ personId }) : notFound();
  }
  if (!mayTeach(viewer)) return notFound();
  const problem = await database().problem.findUnique({ where: { id: problemId }, select: { authorId: true } });
  return problem && (role === "admin" || problem.authorId === personId) ? ok({ personId }) : notFound();
}
