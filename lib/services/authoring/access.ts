import { mayTeach, type Viewer } from "../../auth";
import { database, isId, type Prisma, takeRooms } from "../../store";
import { memberOf } from "../courses/rights";

const authoredInclude = { currentVersion: true } satisfies Prisma.ProblemInclude;

/** A problem with its newest version, as those who may edit it load it. */
export type AuthoredRow = Prisma.ProblemGetPayload<{ include: typeof authoredInclude }>;

/**
 * A problem that the viewer may edit: their own, one of a course that they are an instructor of, and any for an admin. The
 * bank's are edited in its files.
 */
export async function loadOwn(viewer: Viewer, problemId: string): Promise<AuthoredRow | null> {
  if (viewer.personId === null || viewer.role === "guest" || !isId(problemId)) return null;
  const problem = await database().problem.findUnique({ where: { id: problemId }, include: authoredInclude });
  if (!problem || problem.fromBank || problem.retired) return null;
  return (await mayEdit(viewer, problem)) ? problem : null;
}

/** Whether the viewer may change a problem that is not the bank's. */
export async function mayEdit(
  viewer: Viewer,
  { authorId, courseId }: Pick<AuthoredRow, "authorId" | "courseId">,
): Promise<boolean> {
  if (viewer.role === "admin") return true;
  if (mayTeach(viewer) && authorId === viewer.personId) return true;
  return courseId !== null && (await memberOf(viewer, courseId))?.role === "instructor";
}

/** Whether the viewer may work on a draft: as somebody who teaches, or on a problem that they may edit. */
export async function mayDraft(viewer: Viewer, problemId: string | undefined): Promise<boolean> {
  if (viewer.personId === null) return false;
  return mayTeach(viewer) || (problemId !== undefined && (await loadOwn(viewer, problemId)) !== null);
}

/** The courses that the viewer is an instructor of. */
export function coursesOf({ personId }: Viewer): Promise<{ id: string; title: string }[]> {
  if (personId === null) return Promise.resolve([]);
  return database().course.findMany({
    where: { archivedAt: null, enrolments: { some: { personId, role: "instructor", leftAt: null } } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
}

/** Takes room for work on a draft; seconds to wait where there is none. */
export async function roomToAuthor({ personId }: Viewer, work: "look" | "test"): Promise<number | null> {
  if (personId === null) return 60;
  return takeRooms([[work === "look" ? "author-look" : "author-test", personId]]);
}
