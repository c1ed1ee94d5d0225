import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import { notFound } from "../error";
import type { Reply } from "../reply";
import type { ProblemView } from "../views";
import { askedHere } from "./asked";
import { missingDraws } from "./draws";
import { loadAssigned } from "./hand-out";
import { askedProblemView } from "./problem";
import { type LoadedAssigned, placeWith, studentsOf } from "./rows";
import { courseName, rulesView, timesView, worthView } from "./shown-times";
import type { RecipientView } from "./staff-views";
import { loadTerms } from "./terms";
import type { CourseNameView, RulesView, TimesView, WorthView } from "./views";

/** A problem as a student gets it, or would. */
export interface PreviewedProblem {
  readonly number: number;
  readonly points: number;
  /** True where the student has got it already; otherwise it is what they would get now. */
  readonly handedOut: boolean;
  readonly problem: ProblemView;
}

/** An assignment as one of its students sees it. Nothing of it is stored. */
export interface PreviewView {
  readonly id: string;
  readonly title: string;
  readonly instructions: string;
  readonly course: CourseNameView;
  readonly students: readonly RecipientView[];
  /** `null` where the course has no student yet: then it is shown as to the one who asks. */
  readonly student: RecipientView | null;
  readonly times: TimesView;
  readonly rules: RulesView;
  readonly worth: readonly WorthView[];
  readonly problems: readonly PreviewedProblem[];
}

/** Shows an assignment as a student of the course sees it: their problems and variants, their times. */
export async function previewAssignment(viewer: Viewer, assignmentId: string, studentId?: string): Reply<PreviewView> {
  const place = await placeWith(viewer, assignmentId, "preview");
  if (!place.ok) return place;
  const { assignment, member } = place.value;
  const enrolled = await studentsOf(assignment.courseId);
  const students = enrolled.map(({ personId, person }) => ({ id: personId, name: person.name }));
  const student = studentId === undefined ? (students[0] ?? null) : students.find(({ id }) => id === studentId);
  if (student === undefined) return notFound();
  const personId = student?.id ?? member.personId;
  const terms = (await loadTerms(assignment, { personId }))(personId);
  const given = student ? await loadAssigned(assignmentId, personId) : [];
  const draws = await missingDraws(assignment, personId, given);
  const drawn = await asIfGiven(assignment.items, draws, personId);
  const rows = inOrder([...given.map((row) => ({ ...row, handedOut: true })), ...drawn]);
  return ok({
    id: assignment.id,
    title: assignment.title,
    instructions: assignment.instructions,
    course: courseName(assignment.course),
    students,
    student,
    times: timesView(terms.times),
    rules: rulesView(assignment),
    worth: worthView(terms),
    problems: await Promise.all(
      rows.map(async (row, index) => ({
        number: index + 1,
        points: row.item.points,
        handedOut: row.handedOut,
        problem: await askedProblemView(row, askedHere(assignment, row), { hints: 0, isSeen: false, gaveUp: false }),
      })),
    ),
  });
}

type Shown = Pick<LoadedAssigned, "itemId" | "personId" | "slot" | "version" | "problem" | "item"> & {
  readonly handedOut: boolean;
};

/** What would be handed out, as if it were. */
async function asIfGiven(
  items: readonly { readonly id: string; readonly position: number; readonly points: number }[],
  draws: Awaited<ReturnType<typeof missingDraws>>,
  personId: string,
): Promise<readonly Shown[]> {
  const problems = await database().problem.findMany({
    where: { id: { in: draws.map(({ problemId }) => problemId) } },
    include: { topic: { select: { id: true, title: true } }, currentVersion: true },
  });
  return draws.flatMap(({ itemId, slot, problemId }) => {
    const problem = problems.find(({ id }) => id === problemId);
    const item = items.find(({ id }) => id === itemId);
    if (!problem?.currentVersion || !item) return [];
    return [{ itemId, slot, personId, problem, item, version: problem.currentVersion, handedOut: false }];
  });
}

function inOrder(rows: readonly Shown[]): readonly Shown[] {
  return [...rows].sort((one, two) => one.item.position - two.item.position || one.slot - two.slot);
}
