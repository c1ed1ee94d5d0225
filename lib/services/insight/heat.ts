import { mean } from "../../assess";
import { groupBy } from "../../base";
import { graspOf, mastery, unknownSkill } from "../../progress";
import { database } from "../../store";
import type { HeatMapView, HeatRow } from "./views";

const studentsAPage = 40;
/** More columns than anybody compares. */
const mostSkills = 30;

export type HeatOrder = "name" | "weakest";

/** How well each student has each skill that the course's assignments practise, a page at a time. */
export async function loadHeatMap(courseId: string, order: HeatOrder, page: number): Promise<HeatMapView> {
  const [skills, students] = await Promise.all([loadSkills(courseId), loadStudents(courseId)]);
  const estimates = await database().skillEstimate.findMany({
    where: { personId: { in: students.map(({ personId }) => personId) }, skillId: { in: skills.map(({ id }) => id) } },
    select: { personId: true, skillId: true, level: true, seen: true },
  });
  const byPerson = groupBy(estimates, ({ personId }) => personId);
  const all = students.map(({ personId, name }): HeatRow => {
    const known = new Map((byPerson.get(personId) ?? []).map((estimate) => [estimate.skillId, estimate]));
    const cells = skills.map(({ id }) => {
      const skill = known.get(id);
      return { mastery: mastery(skill ?? unknownSkill), grasp: skill ? graspOf(skill) : ("new" as const) };
    });
    return { personId, name, cells, mean: mean(cells.map((cell) => cell.mastery)) ?? 0 };
  });
  const ordered = order === "weakest" ? all.toSorted((a, b) => a.mean - b.mean) : all;
  const pages = Math.max(1, Math.ceil(all.length / studentsAPage));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    skills,
    rows: ordered.slice((shown - 1) * studentsAPage, shown * studentsAPage),
    means: skills.map((_, at) => mean(all.map(({ cells }) => cells[at]?.mastery ?? 0)) ?? 0),
    students: all.length,
    page: shown,
    pages,
  };
}

/** The skills that the course's problems practise, in teaching order. */
async function loadSkills(courseId: string): Promise<HeatMapView["skills"]> {
  return database().$queryRaw<{ id: string; ability: string; topic: string }[]>`
    SELECT skill.id, skill.ability, topic.title AS topic
    FROM skill JOIN topic ON topic.id = skill.topic_id
    WHERE skill.id IN (
      SELECT unnest(version.skills) FROM assigned
      JOIN assignment ON assignment.id = assigned.assignment_id
      JOIN problem_version version ON version.id = assigned.version_id
      WHERE assignment.course_id = ${courseId}::uuid AND assignment.published_at IS NOT NULL)
    ORDER BY topic.position, skill.position
    LIMIT ${mostSkills}`;
}

async function loadStudents(courseId: string) {
  const rows = await database().enrolment.findMany({
    where: { courseId, role: "student", leftAt: null },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    select: { personId: true, person: { select: { name: true } } },
  });
  return rows.map(({ personId, person }) => ({ personId, name: person.name }));
}
