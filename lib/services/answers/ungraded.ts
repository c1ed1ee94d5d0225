import { v7 } from "uuid";
import { type Answer, GRADER_VERSION, type Policy } from "../../grade";
import type { Drawn } from "../../problems";
import { database, type Prisma, type Statements } from "../../store";
import { answerOfRow, partsOf, readable } from "../answer-text";
import type { AnsweredAssignment, AnsweredProblem } from "../assignments/answer-place";
import { policyIn } from "../assignments/policy";
import { withRule } from "../feedback-rules";
import { type Graded, type GradingTerms, gradeOnce, questionOf, seedOf } from "../grading";
import { drawnOf } from "../instances";
import type { VersionRow } from "../version-rows";

type Row = Prisma.SubmissionGetPayload<object>;

/** An answer that is stored, and everything that grading it needs. */
export interface Ungraded extends Row {
  readonly version: VersionRow;
  readonly assigned: Given | null;
}

/** The assigned problem that it answers. */
export interface Given extends Pick<AnsweredProblem, "id" | "assignmentId" | "settledAt"> {
  readonly assignment: Omit<AnsweredAssignment, "renames" | "attempts">;
}

const ungradedInclude = {
  version: true,
  assigned: { include: { assignment: { include: { course: true } } } },
} satisfies Prisma.SubmissionInclude;

/** What is new about an answer; the rest follows from it. */
export type NewAnswer = Pick<
  Row,
  | "personId"
  | "problemId"
  | "versionId"
  | "variant"
  | "hints"
  | "solutionSeen"
  | "assignedId"
  | "automatic"
  | "idempotencyKey"
> & { readonly answer: Answer; readonly drawn: Drawn | null; readonly arrivedAt: Date };

/** The row of an answer that has just arrived. */
export function rowOf({ answer, drawn, arrivedAt, ...rest }: NewAnswer): Row {
  return {
    ...rest,
    id: v7(),
    text: readable(answer.text),
    parts: (partsOf(answer.text) ?? null) as Row["parts"],
    syntax: answer.syntax,
    drawn: drawn as Row["drawn"],
    graderVersion: GRADER_VERSION,
    seed: seedOf(rest.versionId),
    ordinal: null,
    createdAt: arrivedAt,
  };
}

/** Stores an answer without a grade, in a transaction that holds the row where such answers queue up; false where its key is known. */
export async function storeUngraded(transaction: Statements, row: Row): Promise<boolean> {
  const [parts, drawn] = [row.parts, row.drawn].map((json) => (json === null ? null : JSON.stringify(json)));
  const stored = await transaction.$executeRaw`
    WITH stored AS (
      INSERT INTO submission (id, person_id, problem_id, version_id, assigned_id, text, parts, syntax, variant, drawn, hints,
        solution_seen, automatic, grader_version, seed, idempotency_key, created_at)
      VALUES (${row.id}::uuid, ${row.personId}::uuid, ${row.problemId}, ${row.versionId}::uuid, ${row.assignedId}::uuid,
        ${row.text}, ${parts}::json, ${row.syntax}::syntax, ${row.variant}, ${drawn}::json, ${row.hints},
        ${row.solutionSeen}, ${row.automatic}, ${row.graderVersion}, ${row.seed}, ${row.idempotencyKey}, ${row.createdAt})
      ON CONFLICT DO NOTHING RETURNING id
    )
    INSERT INTO ungraded (submission_id) SELECT id FROM stored`;
  return stored === 1;
}

/** An answer with what grading it needs, whether it is graded or not; `null` where it is gone. */
export function loadUngraded(id: string): Promise<Ungraded | null> {
  return database().submission.findUnique({ where: { id }, include: ungradedInclude });
}

/** Grades a stored answer, outside of any transaction. */
export async function gradeStored(ungraded: Ungraded, terms?: GradingTerms): Promise<Graded> {
  const { assigned, problemId } = ungraded;
  const version = { ...ungraded.version, policy: policyOf(ungraded) };
  const drawn = drawnOf(ungraded.drawn);
  const answer = answerOfRow(ungraded);
  const graded = await gradeOnce(questionOf(version, drawn), answer, ungraded.seed, terms);
  return withRule({ problemId, courseId: assigned?.assignment.courseId ?? null }, version, drawn, answer, graded);
}

/** The layouts that count for an answer. */
export function policyOf({ assigned, version }: Ungraded): Policy {
  return assigned ? policyIn(assigned.assignment, version.policy) : version.policy;
}
