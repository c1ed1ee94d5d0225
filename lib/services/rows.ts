import { database, isId, type Prisma } from "../store";
import { type VersionRow, versionRow } from "./version-rows";

/** What is loaded with a problem wherever one is shown. */
export const publishedInclude = { topic: true, currentVersion: true } satisfies Prisma.ProblemInclude;

/** Problems that learners see: published, and in a topic that is still taught. */
export const publishedOnly = {
  retired: false,
  currentVersionId: { not: null },
  topic: { is: { retired: false } },
} satisfies Prisma.ProblemWhereInput;

export type LoadedProblem = Prisma.ProblemGetPayload<{ include: typeof publishedInclude }>;
type Topic = NonNullable<LoadedProblem["topic"]>;
type Version = NonNullable<LoadedProblem["currentVersion"]>;

/** A problem that learners see, with its topic and its newest version at hand. */
export type PublishedProblem = LoadedProblem & { readonly topic: Topic; readonly currentVersion: Version };

/** Narrows what was loaded with {@link publishedOnly}. */
export function isPublished(problem: LoadedProblem | null): problem is PublishedProblem {
  return problem?.topic != null && !problem.topic.retired && problem.currentVersion !== null && !problem.retired;
}

/** The version of a problem that learners see now. */
export async function loadPublishedVersion(problemId: string): Promise<VersionRow | null> {
  if (!isId(problemId)) return null;
  const problem = await database().problem.findFirst({
    where: { id: problemId, ...publishedOnly },
    select: { currentVersionId: true },
  });
  return problem?.currentVersionId ? versionRow(problem.currentVersionId) : null;
}

/** A problem that learners see. */
export async function loadPublished(problemId: string): Promise<PublishedProblem | null> {
  if (!isId(problemId)) return null;
  const problem = await database().problem.findUnique({ where: { id: problemId }, include: publishedInclude });
  return isPublished(problem) ? problem : null;
}
