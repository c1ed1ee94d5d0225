import { explain } from "../../feedback";
import type { Verdict } from "../../grade";
import { parametersOf } from "../../problems";
import { database, type Prisma } from "../../store";
import { attemptInclude, questionFor } from "../attempts";
import { drawnOf } from "../instances";
import { loadOtherCells, loadReached } from "./cells";
import { differs, isJudged, type Judged } from "./effect";
import type { Scoped } from "./scope";
import { compareTotals, isChanged, pointsByMode } from "./totals";
import type { AnswerOutcome, ChangedAnswerView, RegradeOutcomeView } from "./views";

/** More of each than anybody reads in one go. */
const mostShown = 100;

type Target = Prisma.ProblemVersionGetPayload<object>;

/** What a regrade has found: who changes, from what to what, why, and what the totals come to. */
export async function outcomeOf(
  regrade: Scoped & { readonly id: string },
  target: Target,
): Promise<RegradeOutcomeView> {
  const [reached, rows] = await Promise.all([loadReached(regrade), loadRows(regrade.id)]);
  const others = await loadOtherCells(
    [...new Set(reached.map(({ assignmentId }) => assignmentId))],
    new Set(reached.map(({ assignedId }) => assignedId)),
  );
  const { before, after } = compareTotals(reached, others);
  const students = reached
    .map((each) => ({ each, points: pointsByMode(each) }))
    .filter(({ points }) => isChanged(points));
  const changed = rows.filter(differs);
  return {
    answers: rows.length,
    better: changed.filter(({ correct, wasCorrect }) => correct && !wasCorrect).length,
    worse: changed.filter(({ correct, wasCorrect }) => !correct && wasCorrect).length,
    notComparable: rows.filter(({ comparable }) => !comparable).length,
    undecided: rows.filter((row) => row.comparable && !isJudged(row)).length,
    meanBefore: before,
    totals: after,
    students: students.slice(0, mostShown).map(({ each: { assignedId, person, assignment, cell }, points }) => ({
      assignedId,
      person,
      assignment,
      of: cell.points,
      ...points,
    })),
    moreStudents: Math.max(0, students.length - mostShown),
    changed: await changedAnswers(regrade.id, changed.slice(0, mostShown), target),
    moreChanged: Math.max(0, changed.length - mostShown),
  };
}

interface Row extends Judged {
  readonly submissionId: string;
}

/** All rows without their verdicts; those that become right first. */
function loadRows(regradeId: string): Promise<Row[]> {
  return database().regradeRow.findMany({
    where: { regradeId },
    orderBy: [{ correct: "desc" }, { submissionId: "asc" }],
    omit: { regradeId: true, verdict: true, numerator: true, denominator: true },
  });
}

const outcomeNames: { readonly [S in Judged["status"]]: AnswerOutcome } = {
  graded: "wrong",
  invalid: "unreadable",
  undecided: "undecided",
  bad_problem: "bad-problem",
};

/** An outcome in one word. */
function named(correct: boolean, status: Judged["status"]): AnswerOutcome {
  return correct ? "right" : outcomeNames[status];
}

async function changedAnswers(
  regradeId: string,
  changed: readonly Row[],
  target: Target,
): Promise<readonly ChangedAnswerView[]> {
  const rows = await database().regradeRow.findMany({
    where: { regradeId, submissionId: { in: changed.map(({ submissionId }) => submissionId) } },
    include: {
      submission: {
        include: {
          ...attemptInclude,
          person: { select: { name: true, role: true } },
          assigned: { select: { assignment: { include: { course: { select: { policy: true } } } } } },
        },
      },
    },
  });
  const byId = new Map(rows.map((row) => [row.submissionId, row]));
  return changed.flatMap(({ submissionId }) => {
    const row = byId.get(submissionId);
    if (!row) return [];
    const { submission } = row;
    const { policy, kind, form } = questionFor({ ...submission, version: target, grades: [] });
    const { title, lines } = explain(row.verdict as unknown as Verdict, policy, kind, form);
    return {
      submissionId,
      person: submission.person.role === "guest" ? "A visitor" : submission.person.name,
      assignment: submission.assigned?.assignment.title ?? null,
      text: submission.text,
      drawn: parametersOf(drawnOf(submission.drawn) ?? {}),
      createdAt: submission.createdAt,
      before: named(row.wasCorrect, row.wasStatus),
      after: isJudged(row) ? named(row.correct, row.status) : "not-comparable",
      why: [title, ...lines.slice(0, 1)].join(" "),
    };
  });
}
