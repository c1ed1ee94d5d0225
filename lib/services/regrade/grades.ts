import { v7 } from "uuid";
import { GRADER_VERSION } from "../../grade";
import type { Prisma, Transaction } from "../../store";
import { isJudged, type Judged } from "./effect";
import type { RegradeMode } from "./views";

/** Grades that a regrade appends. None is ever changed. */

interface Applied {
  readonly id: string;
  readonly versionId: string;
}

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const satisfies Prisma.GradeOrderByWithRelationInput[];

type Newest = Pick<Prisma.GradeGetPayload<object>, "correct" | "status">;

/** Whether the compared verdict takes the newest one's place. */
const takesPlace: { readonly [M in "raise" | "replace"]: (row: Judged, newest: Newest) => boolean } = {
  raise: (row, newest) => row.correct && !newest.correct,
  replace: (row, newest) => row.correct !== newest.correct || row.status !== newest.status,
};

/** Appends the compared verdicts to these answers where the mode asks for it, each once; the number of grades. */
export async function appendGrades(
  transaction: Transaction,
  regrade: Applied,
  mode: RegradeMode,
  answers: Prisma.SubmissionWhereInput,
): Promise<number> {
  if (mode !== "raise" && mode !== "replace") return 0;
  const rows = await transaction.regradeRow.findMany({
    where: {
      regradeId: regrade.id,
      submission: { is: { ...answers, grades: { none: { regradeId: regrade.id } } } },
    },
    include: { submission: { select: { grades: { orderBy: [...newestFirst], take: 1 } } } },
  });
  const data = rows.flatMap(({ submission, submissionId, verdict, ...row }): Prisma.GradeCreateManyInput[] => {
    const [newest] = submission.grades;
    if (!newest || !isJudged(row) || !takesPlace[mode](row, newest)) return [];
    const { status, numerator, denominator, correct } = row;
    const by = { graderVersion: GRADER_VERSION, versionId: regrade.versionId, regradeId: regrade.id };
    return [{ id: v7(), submissionId, status, numerator, denominator, correct, verdict: verdict ?? {}, ...by }];
  });
  await transaction.grade.createMany({ data });
  return data.length;
}

/** Appends again what held before a regrade, each once; the number of grades. */
export async function restoreGrades(
  transaction: Transaction,
  regradeId: string,
  answers: Prisma.SubmissionWhereInput,
): Promise<number> {
  const submissions = await transaction.submission.findMany({
    where: { ...answers, grades: { some: { regradeId } } },
    select: { id: true, grades: { orderBy: [...newestFirst] } },
  });
  const data = submissions.flatMap(({ grades }): Prisma.GradeCreateManyInput[] => {
    const [newest, before] = grades;
    const isDone = grades.filter((grade) => grade.regradeId === regradeId).length > 1;
    if (isDone || !before || newest?.regradeId !== regradeId) return [];
    return [{ ...before, verdict: before.verdict ?? {}, id: v7(), regradeId, createdAt: undefined }];
  });
  await transaction.grade.createMany({ data });
  return data.length;
}
