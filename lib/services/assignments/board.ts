import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import type { Reply } from "../reply";
import { settleAssignment } from "./closing";
import { plainTitle } from "./items";
import { type LoadedAssignment, placeWith, studentsOf } from "./rows";
import { scoreOf } from "./score";
import { courseName, timesView } from "./shown-times";
import type { BoardProblem, BoardStudent, BoardView, WrongAnswerView } from "./staff-views";
import { phaseOf, termsOf } from "./terms";

/** Somebody is stuck who has so many wrong answers to a problem, none right, and the last of them not long ago. */
const stuckAfter = 3;
const stuckWithin = 2 * 3_600_000;

/** How an assignment goes just now, to those who teach. */
export async function getBoard(viewer: Viewer, assignmentId: string, now: Date): Reply<BoardView> {
  const place = await placeWith(viewer, assignmentId, "see-work");
  if (!place.ok) return place;
  const { assignment } = place.value;
  await settleAssignment(assignment, now);
  const [enrolled, rows, wrong, waiting] = await Promise.all([
    studentsOf(assignment.courseId),
    loadRows(assignmentId),
    loadWrong(assignmentId),
    queueAge(now),
  ]);
  const present = new Set(enrolled.map(({ personId }) => personId));
  const work = rows.filter(({ personId }) => present.has(personId));
  const students = enrolled.map((student) => studentView(student, work, assignment, now));
  const terms = termsOf(assignment);
  return ok({
    id: assignment.id,
    title: assignment.title,
    course: courseName(assignment.course),
    phase: phaseOf(terms, now),
    times: timesView(terms.times),
    at: now,
    students: students.sort(busiestFirst),
    started: students.filter(({ started }) => started).length,
    submitted: students.filter(({ answered }) => answered > 0).length,
    finished: students.filter(({ problems, answered }) => problems > 0 && answered === problems).length,
    stuck: students.filter(({ stuck }) => stuck.length > 0).length,
    problems: problemViews(work, now),
    wrong,
    queueSeconds: waiting,
  });
}

type Row = Awaited<ReturnType<typeof loadRows>>[number];

function loadRows(assignmentId: string) {
  return database().assigned.findMany({
    where: { assignmentId },
    orderBy: [{ item: { position: "asc" } }, { slot: "asc" }],
    select: {
      personId: true,
      problemId: true,
      attempts: true,
      firstRight: true,
      credit: true,
      full: true,
      dropped: true,
      override: true,
      openedAt: true,
      answeredAt: true,
      item: { select: { points: true } },
      version: { select: { title: true } },
    },
  });
}

function isStuck({ attempts, firstRight, answeredAt }: Row, now: Date): boolean {
  const recent = answeredAt !== null && now.getTime() - answeredAt.getTime() <= stuckWithin;
  return recent && firstRight === null && attempts >= stuckAfter;
}

type Enrolled = Awaited<ReturnType<typeof studentsOf>>[number];

function studentView(
  { personId, person, section }: Enrolled,
  all: readonly Row[],
  assignment: LoadedAssignment,
  now: Date,
): BoardStudent {
  const rows = all.filter((row) => row.personId === personId);
  const times = rows.flatMap(({ openedAt, answeredAt }) => [openedAt, answeredAt]).flatMap((at) => at?.getTime() ?? []);
  const places = assignment.items.reduce((sum, { count }) => sum + count, 0);
  return {
    personId,
    name: person.name,
    section: section?.name ?? null,
    started: rows.length > 0,
    problems: rows.length || places,
    answered: rows.filter(({ attempts }) => attempts > 0).length,
    right: rows.filter(({ firstRight }) => firstRight !== null).length,
    score: scoreOf(
      rows.map((row) => ({ ...row, points: row.item.points })),
      "all",
    ),
    stuck: rows.filter((row) => isStuck(row, now)).map(({ version }) => plainTitle(version.title)),
    lastSeen: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}

/** Who needs somebody first: the stuck, then those who did something last. */
function busiestFirst(one: BoardStudent, two: BoardStudent): number {
  return two.stuck.length - one.stuck.length || (two.lastSeen?.getTime() ?? 0) - (one.lastSeen?.getTime() ?? 0);
}

function problemViews(rows: readonly Row[], now: Date): readonly BoardProblem[] {
  const ids = [...new Set(rows.map(({ problemId }) => problemId))];
  return ids.map((problemId) => {
    const own = rows.filter((row) => row.problemId === problemId);
    return {
      problemId,
      title: plainTitle(own[0]?.version.title ?? ""),
      given: own.length,
      opened: own.filter(({ openedAt }) => openedAt !== null).length,
      answered: own.filter(({ attempts }) => attempts > 0).length,
      right: own.filter(({ firstRight }) => firstRight !== null).length,
      stuck: own.filter((row) => isStuck(row, now)).length,
    };
  });
}

const mostWrong = 12;

/** The wrong answers that were given most often, as they read: spaces aside, the same text to the same problem is one. */
async function loadWrong(assignmentId: string): Promise<readonly WrongAnswerView[]> {
  const rows = await database().$queryRaw<(Omit<WrongAnswerView, "title"> & { readonly title: string })[]>`
    WITH answers AS (
      SELECT submission.problem_id, submission.person_id, submission.text, version.title,
        (SELECT grade.correct FROM grade WHERE grade.submission_id = submission.id
         ORDER BY grade.created_at DESC, grade.id DESC LIMIT 1) AS correct
      FROM submission
      JOIN assigned ON assigned.id = submission.assigned_id
      JOIN problem_version AS version ON version.id = submission.version_id
      WHERE assigned.assignment_id = ${assignmentId}::uuid AND submission.ordinal IS NOT NULL
    )
    SELECT problem_id AS "problemId", min(title) AS title, min(text) AS text,
      count(*)::int AS times, count(DISTINCT person_id)::int AS people
    FROM answers WHERE NOT correct
    GROUP BY problem_id, regexp_replace(text, '\\s+', '', 'g')
    ORDER BY people DESC, times DESC, text
    LIMIT ${mostWrong}`;
  return rows.map((row) => ({ ...row, title: plainTitle(row.title) }));
}

/** For how many seconds the oldest answer has waited for its grade; 0 where none waits. */
async function queueAge(now: Date): Promise<number> {
  const [oldest] = await database().$queryRaw<{ readonly at: Date | null }[]>`
    SELECT min(submission.created_at) AS at FROM ungraded JOIN submission ON submission.id = ungraded.submission_id`;
  return oldest?.at ? Math.max(0, Math.round((now.getTime() - oldest.at.getTime()) / 1000)) : 0;
}
