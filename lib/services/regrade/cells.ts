import type { Cell, Terms } from "../../assess";
import { database, type Prisma } from "../../store";
import { loadTerms } from "../assignments/terms";
import type { Judged, JudgedAnswer } from "./effect";
import { assignedIn, type Scoped } from "./scope";

const cellSelect = { credit: true, full: true, dropped: true, override: true } satisfies Prisma.AssignedSelect;

const assignedSelect = {
  ...cellSelect,
  id: true,
  personId: true,
  assignmentId: true,
  person: { select: { name: true } },
  item: { select: { points: true } },
  assignment: { include: { course: true } },
} satisfies Prisma.AssignedSelect;

type AssignedRow = Prisma.AssignedGetPayload<{ select: typeof assignedSelect }>;

/** An assigned problem that a regrade reaches, with its compared answers. */
export interface Reached {
  readonly assignedId: string;
  readonly personId: string;
  readonly assignmentId: string;
  readonly person: string;
  readonly assignment: string;
  readonly cell: Cell;
  readonly terms: Terms;
  readonly answers: readonly JudgedAnswer[];
}

export function cellOf({
  item,
  credit,
  full,
  dropped,
  override,
}: Pick<AssignedRow, "item" | keyof typeof cellSelect>): Cell {
  return { points: item.points, credit, full, dropped, override };
}

/** All assigned problems that a regrade reaches, by name. */
export async function loadReached(regrade: Scoped & { readonly id: string }): Promise<readonly Reached[]> {
  const [rows, answers] = await Promise.all([
    database().assigned.findMany({
      where: await assignedIn(regrade),
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: assignedSelect,
    }),
    loadJudged(regrade.id),
  ]);
  const assignments = new Map(rows.map(({ assignment }) => [assignment.id, assignment]));
  const terms = new Map(
    await Promise.all([...assignments].map(async ([id, each]) => [id, await loadTerms(each)] as const)),
  );
  return rows.flatMap((row) => {
    const termsFor = terms.get(row.assignmentId);
    if (!termsFor) return [];
    return {
      assignedId: row.id,
      personId: row.personId,
      assignmentId: row.assignmentId,
      person: row.person.name,
      assignment: row.assignment.title,
      cell: cellOf(row),
      terms: termsFor(row.personId),
      answers: answers.get(row.id) ?? [],
    };
  });
}

/** The compared answers by the assigned problem that they are to. */
async function loadJudged(regradeId: string): Promise<ReadonlyMap<string, readonly JudgedAnswer[]>> {
  const rows = await database().$queryRaw<(Judged & { readonly assignedId: string; readonly createdAt: Date })[]>`
    SELECT submission.assigned_id AS "assignedId", submission.created_at AS "createdAt", found.comparable, found.status::text AS status,
      found.correct, found.was_status::text AS "wasStatus", found.was_correct AS "wasCorrect"
    FROM regrade_row found JOIN submission ON submission.id = found.submission_id
    WHERE found.regrade_id = ${regradeId}::uuid AND submission.assigned_id IS NOT NULL`;
  const byAssigned = new Map<string, JudgedAnswer[]>();
  for (const { assignedId, createdAt, ...row } of rows) {
    const answers = byAssigned.get(assignedId) ?? [];
    byAssigned.set(assignedId, answers);
    answers.push({ arrivedAt: createdAt.getTime(), row });
  }
  return byAssigned;
}

/** The other cells of the assignments' totals: by assignment and person, without the problem itself. */
export async function loadOtherCells(
  assignmentIds: readonly string[],
  without: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const rows = await database().assigned.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    select: { ...cellSelect, id: true, personId: true, assignmentId: true, item: { select: { points: true } } },
  });
  const cells = new Map<string, Cell[]>();
  for (const row of rows) {
    if (without.has(row.id)) continue;
    const of = totalName(row);
    cells.set(of, [...(cells.get(of) ?? []), cellOf(row)]);
  }
  return cells;
}

/** Names the total that a cell belongs to. */
export function totalName({ assignmentId, personId }: Pick<AssignedRow, "assignmentId" | "personId">): string {
  return `${assignmentId} ${personId}`;
}
