import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import { attemptInclude, attemptView } from "../attempts";
import { notFound } from "../error";
import type { Reply } from "../reply";
import { askedHere } from "./asked";
import { settleAssignment } from "./closing";
import { loadAssigned } from "./hand-out";
import { askedProblemView } from "./problem";
import { type LoadedAssigned, type LoadedAssignment, placeWith, studentsOf } from "./rows";
import { scoreOf } from "./score";
import { courseName, timesView } from "./shown-times";
import type { StudentWorkView, WorkedProblemView } from "./staff-views";
import { loadTerms } from "./terms";

/** All that a student has answered in an assignment, each answer with its verdict, to those who teach. */
export async function getStudentWork(
  viewer: Viewer,
  assignmentId: string,
  studentId: string,
  now: Date,
): Reply<StudentWorkView> {
  const place = await placeWith(viewer, assignmentId, "see-work");
  if (!place.ok) return place;
  const { assignment } = place.value;
  const student = (await studentsOf(assignment.courseId)).find(({ personId }) => personId === studentId);
  if (!student) return notFound();
  await settleAssignment(assignment, now, studentId);
  const assigned = await loadAssigned(assignmentId, studentId);
  const terms = (await loadTerms(assignment, { personId: studentId }))(studentId);
  return ok({
    id: assignment.id,
    title: assignment.title,
    course: courseName(assignment.course),
    student: { id: studentId, name: student.person.name },
    times: timesView(terms.times),
    score: scoreOf(
      assigned.map((row) => ({ ...row, points: row.item.points })),
      "all",
    ),
    problems: await Promise.all(assigned.map((row, index) => workedProblem(assignment, row, index + 1))),
  });
}

async function workedProblem(
  assignment: LoadedAssignment,
  row: LoadedAssigned,
  number: number,
): Promise<WorkedProblemView> {
  const asked = askedHere(assignment, row);
  const [problem, answers] = await Promise.all([
    askedProblemView(row, asked, { hints: row.hints, isSeen: true, gaveUp: false }),
    database().submission.findMany({
      where: { assignedId: row.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: attemptInclude,
    }),
  ]);
  return {
    assignedId: row.id,
    number,
    problem,
    drawn: asked.drawn ?? {},
    hints: row.hints,
    score: scoreOf([{ ...row, points: row.item.points }], "all"),
    answers: answers.map((answer) => ({
      id: answer.id,
      text: answer.text,
      createdAt: answer.createdAt,
      ordinal: answer.ordinal,
      automatic: answer.automatic,
      graded: attemptView(answer),
    })),
  };
}
