import { v7 } from "uuid";
import type { Random } from "../../base";
import { database } from "../../store";
import { loadAssignment } from "../assignments/rows";
import type { DemonstrationCourse } from "./course";
import type { Invented } from "./people";

const day = 86_400_000;

/** Before the work: more time for some, and late passes taken. */
export async function giveTime(
  { assignmentIds }: DemonstrationCourse,
  students: readonly Invented[],
  givenBy: string,
  random: Random,
): Promise<void> {
  for (const assignmentId of assignmentIds) {
    const assignment = await loadAssignment(assignmentId);
    if (!assignment) continue;
    const rows = Array.from({ length: 6 }, (_, index) => {
      const personId = random.pick(students).id;
      const common = { id: v7(), assignmentId, personId, createdAt: assignment.opensAt };
      if (index < 2) return { ...common, timeFactor: 1.5, reason: "Half as much time again, for the term.", givenBy };
      if (index < 4)
        return { ...common, dueAt: new Date(assignment.dueAt.getTime() + 2 * day), reason: "Ill.", givenBy };
      return { ...common, latePass: true, givenBy: personId };
    });
    await database().extension.createMany({ data: rows });
  }
}

/** Behind the work: points given by hand, with their reasons. */
export async function overridePoints(
  { assignmentIds }: DemonstrationCourse,
  givenBy: string,
  now: Date,
): Promise<void> {
  const rows = await database().assigned.findMany({
    where: { assignmentId: assignmentIds[0] ?? "", credit: 0, attempts: { gt: 1 } },
    orderBy: { id: "asc" },
    take: 3,
  });
  for (const { id } of rows) {
    const override = { points: 0.5, reason: "The way was right; only the last line has a slip.", givenBy };
    await database().override.create({ data: { id: v7(), assignedId: id, ...override, createdAt: now } });
    await database().assigned.update({ where: { id }, data: { override: override.points } });
  }
}
