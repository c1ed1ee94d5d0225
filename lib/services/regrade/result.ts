import { type Cell, pointsOf } from "../../assess";
import { database } from "../../store";
import { isNews } from "./news";
import type { RegradeMode, RegradeResultView, RuledStudentView } from "./views";

/** More than anybody reads in one go. */
const mostShown = 100;

/** What a regrade that was applied has done: whose points it has changed, from what to what. */
export async function resultOf(regradeId: string, mode: RegradeMode): Promise<RegradeResultView> {
  const rulings = await database().regradeRuling.findMany({
    where: { regradeId },
    orderBy: [{ assigned: { person: { name: "asc" } } }, { assignedId: "asc" }],
    include: {
      assigned: {
        select: {
          override: true,
          item: { select: { points: true } },
          person: { select: { name: true } },
          assignment: { select: { title: true } },
        },
      },
    },
  });
  const students = rulings.flatMap(({ assignedId, assigned, ...ruling }): RuledStudentView[] => {
    const { points } = assigned.item;
    const { creditBefore, creditAfter, fullBefore, droppedBefore } = ruling;
    const before: Cell = {
      points,
      override: assigned.override,
      credit: creditBefore,
      full: fullBefore,
      dropped: droppedBefore,
    };
    const after: Cell = {
      ...before,
      credit: creditAfter,
      full: fullBefore || mode === "full",
      dropped: droppedBefore || mode === "drop",
    };
    if (!isNews({ before, after })) return [];
    return [
      {
        assignedId,
        person: assigned.person.name,
        assignment: assigned.assignment.title,
        of: points,
        before: before.dropped ? null : pointsOf(before),
        after: after.dropped ? null : pointsOf(after),
      },
    ];
  });
  return { students: students.slice(0, mostShown), more: Math.max(0, students.length - mostShown) };
}
