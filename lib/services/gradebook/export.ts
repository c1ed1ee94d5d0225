import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database, recordAct, takeRooms } from "../../store";
import { settleClosed } from "../assignments/closing";
import { memberWith } from "../courses/rights";
import { notFound, tooMany } from "../error";
import type { Reply } from "../reply";
import { formats, type Grades } from "./formats";
import { loadOutline, type Outlined, pointsIn } from "./outline";
import { loadStandings, loadStudents, sumOf } from "./standings";
import type { ExportFormat, ExportView } from "./views";

/** The grades of a course as a file that another system imports: of all assignments, or of one. */
export async function exportGrades(
  viewer: Viewer,
  courseId: string,
  format: ExportFormat,
  assignmentId: string | null,
  now: Date,
): Reply<ExportView> {
  const member = await memberWith(viewer, courseId, "export");
  if (!member.ok) return member;
  const wait = await takeRooms([["export-person", member.value.personId]]);
  if (wait !== null) return tooMany(wait);
  await settleClosed(now, courseId);
  const all = await loadOutline(courseId, now);
  const outline = assignmentId === null ? all : all.filter(({ id }) => id === assignmentId);
  if (assignmentId !== null && outline.length === 0) return notFound();
  const grades = await loadGrades(courseId, outline, now);
  const text = formats[format](grades);
  const name = [member.value.course.title, ...(assignmentId === null ? [] : outline.map(({ title }) => title)), format];
  const facts = { format, assignment: assignmentId, students: grades.students.length };
  const act = { action: "grades-exported", by: member.value.personId, subject: courseId, courseId } as const;
  await recordAct(database(), { ...act, facts });
  return ok({ name: `${name.map(fileName).filter(Boolean).join("-")}.csv`, text });
}

/** The points of all students in assignments. What was not answered is nothing once the assignment is closed. */
export async function loadGrades(courseId: string, outline: readonly Outlined[], now: Date): Promise<Grades> {
  const [students, standings] = await Promise.all([loadStudents(courseId), loadStandings(outline)]);
  return {
    assignments: outline.map((assignment) => ({ title: assignment.title, of: pointsIn(assignment) })),
    students: students.map((student) => ({
      ...student,
      points: outline.map(({ places, closesAt }) => {
        const { points } = sumOf(places, (place) => standings(student.id, place));
        return points ?? (closesAt < now ? 0 : null);
      }),
    })),
  };
}

function fileName(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
}
