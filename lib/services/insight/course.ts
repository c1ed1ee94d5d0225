import { itemStatistics } from "../../assess";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { causeOf } from "../../feedback";
import { database, type Prisma } from "../../store";
import { plainTitle } from "../assignments/items";
import { may, memberWith } from "../courses/rights";
import type { Reply } from "../reply";
import { type HeatOrder, loadHeatMap } from "./heat";
import { itemView } from "./items";
import type { ClassSlipView, CourseInsightView, StatisticsView, StuckView } from "./views";
import { loadWork } from "./work";

const mostSlips = 10;
const mostStuck = 30;
/** Somebody is stuck after so many answers without a right one, the last of them not long ago. */
const stuckAfter = 3;
const stuckWithin = 14 * 86_400_000;

/** What a class has done so far: how its problems went, what went wrong, who is stuck, and who has which skills how well. */
export async function getCourseInsight(
  viewer: Viewer,
  courseId: string,
  { order = "name", page = 1 }: { readonly order?: HeatOrder; readonly page?: number } = {},
  now = new Date(),
): Reply<CourseInsightView> {
  const member = await memberWith(viewer, courseId, "see-work");
  if (!member.ok) return member;
  const { course } = member.value;
  const [work, slips, stuck, heat] = await Promise.all([
    loadWork(courseId),
    loadSlips(courseId),
    loadStuck(courseId, now),
    loadHeatMap(courseId, order, page),
  ]);
  const items = itemStatistics(work);
  const titles = await loadTitles([...items, ...slips].map(({ problemId }) => problemId));
  const titleOf = (problemId: string) => titles.get(problemId) ?? "A problem";
  return ok({
    course: { id: courseId, title: course.title, timeZone: course.timeZone },
    students: heat.students,
    items: items.map((item) => itemView(item, titleOf(item.problemId))).sort(hardestFirst),
    slips: slips.flatMap((slip) => slipView(slip, titleOf(slip.problemId))),
    ...stuck,
    heat,
    mayRegrade: may(member.value, "regrade"),
  });
}

function hardestFirst(a: StatisticsView, b: StatisticsView): number {
  return (a.first ?? 1) - (b.first ?? 1) || (a.end ?? 1) - (b.end ?? 1);
}

async function loadTitles(problemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().problem.findMany({
    where: { id: { in: [...problemIds] } },
    select: { id: true, currentVersion: { select: { title: true } } },
  });
  return new Map(rows.map(({ id, currentVersion }) => [id, plainTitle(currentVersion?.title ?? "")]));
}

interface SlipRow {
  readonly code: string;
  readonly people: number;
  readonly answers: number;
  /** Where it is made most. */
  readonly problemId: string;
}

/** What the newest grades of counted answers call the slips, the one that most students make first. */
function loadSlips(courseId: string): Promise<SlipRow[]> {
  return database().$queryRaw<SlipRow[]>`
    SELECT slip->>'code' AS code, count(DISTINCT answer.person_id)::int AS people, count(*)::int AS answers,
      mode() WITHIN GROUP (ORDER BY answer.problem_id) AS "problemId"
    FROM submission answer
    JOIN assigned ON assigned.id = answer.assigned_id
    JOIN assignment ON assignment.id = assigned.assignment_id
    CROSS JOIN LATERAL (
      SELECT verdict, correct FROM grade WHERE submission_id = answer.id ORDER BY created_at DESC, id DESC LIMIT 1) newest
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(newest.verdict->'diagnosis', '[]'::jsonb)) slip
    WHERE assignment.course_id = ${courseId}::uuid AND answer.ordinal IS NOT NULL AND NOT newest.correct
    GROUP BY code ORDER BY people DESC, answers DESC LIMIT ${mostSlips}`;
}

function slipView({ code, people, answers, problemId }: SlipRow, title: string): ClassSlipView[] {
  const name = causeOf(code)?.name;
  return name === undefined ? [] : [{ name, people, answers, problem: { id: problemId, title } }];
}

/** Who has tried several times of late and is not right yet; who tries most first. */
async function loadStuck(courseId: string, now: Date): Promise<Pick<CourseInsightView, "stuck" | "moreStuck">> {
  const where: Prisma.AssignedWhereInput = {
    assignment: { courseId, publishedAt: { not: null } },
    person: { enrolments: { some: { courseId, role: "student", leftAt: null } } },
    attempts: { gte: stuckAfter },
    firstRight: null,
    full: false,
    dropped: false,
    answeredAt: { gte: new Date(now.getTime() - stuckWithin) },
  };
  const [rows, count] = await Promise.all([
    database().assigned.findMany({
      where,
      orderBy: [{ attempts: "desc" }, { answeredAt: "desc" }],
      take: mostStuck,
      select: {
        id: true,
        attempts: true,
        answeredAt: true,
        person: { select: { id: true, name: true } },
        assignment: { select: { id: true, title: true } },
        problemId: true,
        version: { select: { title: true } },
      },
    }),
    database().assigned.count({ where }),
  ]);
  const stuck = rows.map(
    ({ id, attempts, answeredAt, person, assignment, problemId, version }): StuckView => ({
      assignedId: id,
      person: person.name,
      personId: person.id,
      problem: { id: problemId, title: plainTitle(version.title) },
      assignment,
      attempts,
      lastAt: answeredAt ?? now,
    }),
  );
  return { stuck, moreStuck: count - stuck.length };
}
