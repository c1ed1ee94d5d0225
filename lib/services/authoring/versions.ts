import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Policy } from "../../grade";
import type { Prisma, Transaction } from "../../store";

/** Everything that a version of a problem says. */
export interface VersionContent {
  readonly title: string;
  /** Markdown. */
  readonly statement: string;
  /** A problem record, in which parameters may stand. */
  readonly record: object;
  readonly policy: Policy;
  /** What is drawn for each learner; `null` where all see the same. */
  readonly parameters: object | null;
  /** Right answers: by layout, or one as `answer`. */
  readonly answers: object;
  /** Wrong answers with their slips. */
  readonly spoiled: readonly object[];
  /** True where numerator and denominator truth are equal. */
  readonly alike: boolean;
  /** How the answer field starts. */
  readonly input: "text" | "latex" | "grid";
  /** Markdown, from a nudge to the first step. */
  readonly hints: readonly string[];
  /** Markdown. */
  readonly solution: string | null;
  readonly difficulty: number | null;
  /** Ids of skills, the main one first. */
  readonly skills: readonly string[];
  /** Ids of sections of sources, or "own". */
  readonly sources: readonly string[];
}

/** Two versions with the same hash say the same. */
export function contentHash(content: VersionContent): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(content)))
    .digest("base64url");
}

/** The order in which the fields of a record were written says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}

/** The row of a version. */
export function versionRow(
  problemId: string,
  number: number,
  content: VersionContent,
  authorId: string | null = null,
): VersionRow {
  const { record, parameters, answers, spoiled, hints, skills, sources, ...words } = content;
  const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));
  return {
    ...words,
    hints: [...hints],
    skills: [...skills],
    sources: [...sources],
    ...(parameters && { parameters: json(parameters) }),
    id: v7(),
    problemId,
    number,
    record: json(record),
    answers: json(answers),
    spoiled: json(spoiled),
    contentHash: contentHash(content),
    authorId,
  };
}

type VersionRow = Prisma.ProblemVersionCreateManyInput & { readonly id: string };

/**
 * Publishes content as the problem's next version and returns its number; the number of the newest where that says the same
 * already. Two authors at once get two numbers.
 */
export async function addVersion(
  transaction: Transaction,
  problemId: string,
  content: VersionContent,
  authorId: string | null = null,
): Promise<number> {
  await transaction.$queryRaw`SELECT id FROM problem WHERE id = ${problemId} FOR NO KEY UPDATE`;
  const newest = await transaction.problemVersion.findFirst({ where: { problemId }, orderBy: { number: "desc" } });
  if (newest?.contentHash === contentHash(content)) return newest.number;
  const row = versionRow(problemId, (newest?.number ?? 0) + 1, content, authorId);
  await transaction.problemVersion.create({ data: row });
  await transaction.problem.update({ where: { id: problemId }, data: { currentVersionId: row.id } });
  return row.number;
}
