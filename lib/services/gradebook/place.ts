import { validate as isUuid } from "uuid";
import { pointsOf, type Terms, worthAt } from "../../assess";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database, type Prisma } from "../../store";
import { askedHere } from "../assignments/asked";
import { settleAssignment } from "../assignments/closing";
import { plainTitle } from "../assignments/items";
import type { Level } from "../assignments/level";
import { askedProblemView } from "../assignments/problem";
import { assignedInclude, type LoadedAssigned, type LoadedAssignment, placeWith } from "../assignments/rows";
import { levelNow, shownAttempt } from "../assignments/shown";
import { courseName, timesView } from "../assignments/shown-times";
import { loadTerms, phaseOf } from "../assignments/terms";
import { attemptInclude, attemptView, type LoadedAttempt } from "../attempts";
import { type Member, may } from "../courses/rights";
import { notFound } from "../error";
import type { Reply } from "../reply";
import { nameOf, readPlace } from "./outline";
import { loadOverrides } from "./overrides";
import { replayed } from "./replay";
import type { CellAttemptView, GradedPlaceView, GradeView } from "./views";

/** Where in the gradebook somebody looks: a student, and one place of an assignment. */
export interface Where {
  readonly courseId: string;
  readonly personId: string;
  readonly place: string;
}

/** A place of an assignment and a student of its course, with what the student has got there. */
export interface FoundPlace {
  readonly member: Member;
  readonly assignment: LoadedAssignment;
  readonly item: LoadedAssignment["items"][number];
  readonly slot: number;
  readonly student: { readonly id: string; readonly name: string; readonly section: string | null };
  /** `null` before it is handed out. */
  readonly assigned: LoadedAssigned | null;
}

/** Finds a place for somebody with a right in the course. Also of students who have left. */
export async function findPlace(
  viewer: Viewer,
  { courseId, personId, place }: Where,
  right: "see-work" | "override",
): Reply<FoundPlace> {
  const at = readPlace(place);
  if (!at || !isUuid(personId)) return notFound();
  const named = await database().assignmentItem.findUnique({
    where: { id: at.itemId },
    select: { assignmentId: true },
  });
  if (!named) return notFound();
  const found = await placeWith(viewer, named.assignmentId, right);
  if (!found.ok) return found;
  const { assignment, member } = found.value;
  const item = assignment.items.find(({ id }) => id === at.itemId);
  const enrolment = await findStudent(courseId, personId);
  if (assignment.courseId !== courseId || !item || at.slot >= item.count || !enrolment) return notFound();
  const assigned = await database().assigned.findUnique({
    where: { itemId_personId_slot: { itemId: at.itemId, personId, slot: at.slot } },
    include: assignedInclude,
  });
  const student = { id: personId, name: enrolment.person.name, section: enrolment.section?.name ?? null };
  return ok({ member, assignment, item, slot: at.slot, student, assigned });
}

function findStudent(courseId: string, personId: string) {
  return database().enrolment.findFirst({
    where: { courseId, personId, role: "student" },
    select: { person: { select: { name: true } }, section: { select: { name: true } } },
  });
}

/** What a student has done in one place of an assignment, to those who teach in the course: each answer graded again. */
export async function getGradedPlace(viewer: Viewer, where: Where, now: Date): Reply<GradedPlaceView> {
  const before = await findPlace(viewer, where, "see-work");
  if (!before.ok) return before;
  const sent = await settleAssignment(before.value.assignment, now, where.personId);
  const found = sent > 0 ? await findPlace(viewer, where, "see-work") : before;
  if (!found.ok) return found;
  const { member, assignment, item, student, assigned } = found.value;
  const terms = (await loadTerms(assignment, { personId: student.id }))(student.id);
  const level = levelNow(assignment, phaseOf(terms, now) === "closed");
  const cell = { ...(assigned ?? untouched), points: item.points };
  return ok({
    course: courseName(assignment.course),
    assignment: { id: assignment.id, title: assignment.title },
    student,
    place: nameOf({ itemId: item.id, slot: found.value.slot }),
    problem: assigned && (await problemOf(assignment, assigned)),
    title: await titleOf(found.value),
    times: timesView(terms.times),
    points: pointsOf(cell),
    of: item.points,
    earned: pointsOf({ ...cell, override: null }),
    full: cell.full,
    dropped: cell.dropped,
    overridden: cell.override !== null,
    attempts: assigned ? await loadCellAttempts(assigned.id, terms, level) : [],
    overrides: assigned ? await loadOverrides(assigned.id) : [],
    mayOverride: may(member, "override"),
  });
}

const untouched = { credit: 0, full: false, dropped: false, override: null };

function problemOf(assignment: LoadedAssignment, assigned: LoadedAssigned) {
  const telling = { hints: 0, isSeen: false, gaveUp: false };
  return askedProblemView(assigned, askedHere(assignment, assigned), telling);
}

/** What the item names, before anybody has got anything. */
async function titleOf({ item }: FoundPlace): Promise<string> {
  if (item.problemId === null) return item.topic?.title ?? "";
  const problem = await database().problem.findUnique({
    where: { id: item.problemId },
    select: { currentVersion: { select: { title: true } } },
  });
  return plainTitle(problem?.currentVersion?.title ?? "");
}

const gradeSelect = {
  orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  include: { version: attemptInclude.grades.include.version, rule: attemptInclude.grades.include.rule },
} satisfies Prisma.Submission$gradesArgs;

const cellInclude = { ...attemptInclude, grades: gradeSelect } satisfies Prisma.SubmissionInclude;

type LoadedCellAttempt = Prisma.SubmissionGetPayload<{ include: typeof cellInclude }>;

/** More answers of one student to one problem than anybody reads. */
const mostShown = 100;

async function loadCellAttempts(assignedId: string, terms: Terms, level: Level): Promise<readonly CellAttemptView[]> {
  const rows = await database().submission.findMany({
    where: { assignedId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostShown,
    include: cellInclude,
  });
  return Promise.all(rows.map((row) => cellAttempt(row, terms, level)));
}

async function cellAttempt(row: LoadedCellAttempt, terms: Terms, level: Level): Promise<CellAttemptView> {
  const newest = row.grades.at(-1);
  const latest: LoadedAttempt = { ...row, grades: newest ? [newest] : [] };
  const today = await replayed(latest);
  return {
    id: row.id,
    arrivedAt: row.createdAt,
    ordinal: row.ordinal,
    automatic: row.automatic,
    worth: Math.round(100 * worthAt(terms, row.createdAt.getTime())),
    hints: row.hints,
    seen: shownAttempt(latest, level).graded?.feedback ?? null,
    full: attemptView(latest),
    today: today && attemptView(today),
    graderVersion: newest?.graderVersion ?? row.graderVersion,
    grades: row.grades.map((grade) => gradeView(row, grade)),
  };
}

function gradeView(row: LoadedCellAttempt, grade: LoadedCellAttempt["grades"][number]): GradeView {
  return {
    id: grade.id,
    at: grade.createdAt,
    outcome: attemptView({ ...row, grades: [grade] }).feedback.outcome,
    graderVersion: grade.graderVersion,
    versionNumber: (grade.version ?? row.version).number,
    regradeId: grade.regradeId,
  };
}
