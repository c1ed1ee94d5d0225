import { database, inTransaction, type Prisma } from "../../store";
import { answerOfRow } from "../answer-text";
import { gradeRow } from "../answers/finish";
import { attemptInclude, type LoadedAttempt, questionFor } from "../attempts";
import type { Question } from "../grader/question";
import { type Graded, gradeAnswer, seedOf } from "../grading";
import { hasSameParameters } from "./comparable";
import { answersIn, type Scoped } from "./scope";

/** How many answers are compared between two looks at what is stored. */
const atOnce = 100;

type Target = Prisma.ProblemVersionGetPayload<object>;

/**
 * Compares all answers that a regrade is about and that it has not compared yet, without writing a grade; yields after each
 * handful. Who stops in between and begins again later comes to the same end.
 */
export async function* comparing(regrade: Scoped & { readonly id: string; readonly versionId: string }) {
  const target = await database().problemVersion.findUniqueOrThrow({ where: { id: regrade.versionId } });
  const compare = comparer(target);
  const where = { ...(await answersIn(regrade)), regraded: { none: { regradeId: regrade.id } } };
  for (;;) {
    const answers = await database().submission.findMany({
      where,
      orderBy: { id: "asc" },
      take: atOnce,
      include: attemptInclude,
    });
    if (answers.length === 0) return;
    const rows: Prisma.RegradeRowCreateManyInput[] = [];
    for (const answer of answers) rows.push({ regradeId: regrade.id, ...(await compare(answer)) });
    await keepRows(regrade.id, rows);
    yield rows.length;
  }
}

function keepRows(regradeId: string, rows: Prisma.RegradeRowCreateManyInput[]): Promise<void> {
  return inTransaction(async (transaction) => {
    await transaction.regradeRow.createMany({ data: rows, skipDuplicates: true });
    await transaction.$executeRaw`
      UPDATE regrade SET done = compared.count, total = greatest(total, compared.count)
      FROM (SELECT count(*)::int AS count FROM regrade_row WHERE regrade_id = ${regradeId}::uuid) compared
      WHERE id = ${regradeId}::uuid AND state = 'comparing'`;
  });
}

type Compared = Omit<Prisma.RegradeRowCreateManyInput, "regradeId">;

/**
 * Grades answers by another version. Equal answers to the same question are graded once.
 */
function comparer(target: Target): (answer: LoadedAttempt) => Promise<Compared> {
  const seed = seedOf(target.id);
  const known = new Map<Question, Map<string, Graded>>();
  return async (answer) => {
    if (!hasSameParameters(answer.version.parameters, target.parameters)) return unchanged(answer);
    const question = questionFor({ ...answer, version: target, grades: [] });
    const graded = known.get(question) ?? new Map<string, Graded>();
    known.set(question, graded);
    const name = JSON.stringify([answer.syntax, answer.parts ?? answer.text]);
    if (!graded.has(name)) {
      graded.set(name, await gradeAnswer(question, answerOfRow(answer), seed));
    }
    return compared(answer, graded.get(name) as Graded);
  };
}

function before({ grades: [newest] }: LoadedAttempt) {
  return { wasCorrect: newest?.correct ?? false, wasStatus: newest?.status ?? "undecided" };
}

function compared(answer: LoadedAttempt, graded: Graded): Compared {
  const { status, numerator, denominator, correct, verdict } = gradeRow(graded);
  return { submissionId: answer.id, status, numerator, denominator, correct, verdict, ...before(answer) };
}

/** An answer to a variant that the other version does not have. */
function unchanged(answer: LoadedAttempt): Compared {
  const [newest] = answer.grades;
  const { wasCorrect, wasStatus } = before(answer);
  return {
    submissionId: answer.id,
    comparable: false,
    status: wasStatus,
    numerator: newest?.numerator ?? false,
    denominator: newest?.denominator ?? false,
    correct: wasCorrect,
    verdict: newest?.verdict ?? {},
    wasCorrect,
    wasStatus,
  };
}
