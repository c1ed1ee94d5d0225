import { v7 } from "uuid";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database, type Transaction } from "../../store";
import { memberWith } from "../courses/rights";
import type { FieldComplaints } from "../error";
import type { Reply } from "../reply";
import { assignableIn, fitting, loadCandidates } from "./draws";
import type { ItemFields } from "./input";

type Row = Omit<ItemFields, "points">;

/** What is wrong with the rows of an assignment beyond what can be seen in them: problems that are not there, topics with too few. */
export async function itemComplaints(courseId: string, items: readonly Row[]): Promise<FieldComplaints | undefined> {
  const [known, candidates] = await Promise.all([
    loadNamed(courseId, items),
    loadCandidates(
      courseId,
      items.map((item) => ({ ...item, id: item.id ?? "" })),
    ),
  ]);
  const used = new Set(items.flatMap(({ problemId }) => problemId ?? []));
  const wanted = new Map<string, number>();
  for (const [row, item] of items.entries()) {
    if (item.problemId !== null) {
      if (!known.has(item.problemId))
        return { [`items.${row}.points`]: { message: "This problem is not there any more." } };
      continue;
    }
    // Rows of one topic share what is there, so that nobody gets a problem twice.
    for (const difficulty of new Set([item.difficulty, null])) {
      const place = `${item.topicId} ${difficulty}`;
      const count = (wanted.get(place) ?? 0) + item.count;
      wanted.set(place, count);
      const there = fitting({ ...item, difficulty }, candidates, used).length;
      if (there < count) return { [`items.${row}.count`]: { message: tooFew(there, count, difficulty) } };
    }
  }
  return undefined;
}

function tooFew(there: number, wanted: number, difficulty: number | null): string {
  const where = difficulty === null ? "" : ` at difficulty ${difficulty}`;
  const has = there === 1 ? "one problem" : `${there} problems`;
  return `This topic has ${has} left${where}, and ${wanted} are wanted.`;
}

/** A problem that was named stays named, also where it has been retired since. */
async function loadNamed(courseId: string, items: readonly Row[]): Promise<ReadonlySet<string>> {
  const ids = items.flatMap(({ problemId }) => problemId ?? []);
  const kept = items.flatMap(({ id }) => id ?? []);
  const rows = await database().problem.findMany({
    where: { id: { in: ids }, OR: [assignableIn(courseId), { items: { some: { id: { in: kept } } } }] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * Puts the rows of an assignment in the place of those that are there. A row that students have answered stays what it is; one that was
 * only handed out goes with what was handed out. Complaints are about what cannot be done.
 */
export async function saveItems(
  transaction: Transaction,
  assignmentId: string,
  items: readonly ItemFields[],
): Promise<FieldComplaints | undefined> {
  const before = await transaction.assignmentItem.findMany({ where: { assignmentId } });
  const answered = await answeredItems(transaction, assignmentId);
  const kept = new Set(items.flatMap(({ id }) => (before.some((row) => row.id === id) ? (id ?? []) : [])));
  for (const row of before) {
    if (!kept.has(row.id) && answered.has(row.id))
      return { items: { message: "A row that students have answered cannot be removed; give it 0 points instead." } };
  }
  for (const [index, item] of items.entries()) {
    const old = before.find(({ id }) => id === item.id);
    if (old && answered.has(old.id) && asksOther(old, item))
      return { [`items.${index}.count`]: { message: "Students have answered this row, so what it asks stays." } };
  }
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const changed = before.filter((old) => {
    const item = items.find(({ id }) => id === old.id);
    return item && asksOther(old, item);
  });
  const itemId = { in: [...gone, ...changed.map(({ id }) => id)] };
  await transaction.assigned.deleteMany({ where: { itemId } });
  await transaction.assignmentItem.deleteMany({ where: { id: { in: gone } } });
  // Positions are unique, so all rows step aside before they take their places.
  await transaction.assignmentItem.updateMany({
    where: { assignmentId },
    data: { position: { increment: 1_000_000 } },
  });
  for (const [index, { id, ...fields }] of items.entries()) {
    const data = { ...fields, position: index + 1 };
    if (id !== null && kept.has(id)) await transaction.assignmentItem.update({ where: { id }, data });
    else await transaction.assignmentItem.create({ data: { ...data, id: v7(), assignmentId } });
  }
  return undefined;
}

/** Points and order may change at any time, and more may be drawn. */
function asksOther(old: Row, item: Row): boolean {
  return (
    old.problemId !== item.problemId ||
    old.topicId !== item.topicId ||
    old.difficulty !== item.difficulty ||
    item.count < old.count
  );
}

async function answeredItems(transaction: Transaction, assignmentId: string): Promise<ReadonlySet<string>> {
  const rows = await transaction.assigned.findMany({
    where: { assignmentId, submissions: { some: {} } },
    distinct: ["itemId"],
    select: { itemId: true },
  });
  return new Set(rows.map(({ itemId }) => itemId));
}

/** What an instructor can choose from: topics with how many problems they have at each difficulty, and the problems themselves. */
export interface ChoiceView {
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly problems: readonly { readonly id: string; readonly title: string; readonly difficulty: number | null }[];
  }[];
}

/** The problems that can be assigned in a course, by topic. */
export async function getChoice(viewer: Viewer, courseId: string): Reply<ChoiceView> {
  const member = await memberWith(viewer, courseId, "edit-assignments");
  return member.ok ? ok(await loadChoice(courseId)) : member;
}

async function loadChoice(courseId: string): Promise<ChoiceView> {
  const topics = await database().topic.findMany({
    where: { retired: false },
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      problems: {
        where: assignableIn(courseId),
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, currentVersion: { select: { title: true, difficulty: true } } },
      },
    },
  });
  return {
    topics: topics
      .filter(({ problems }) => problems.length > 0)
      .map(({ id, title, problems }) => ({
        id,
        title,
        problems: problems.map((problem) => ({
          id: problem.id,
          title: plainTitle(problem.currentVersion?.title ?? ""),
          difficulty: problem.currentVersion?.difficulty ?? null,
        })),
      })),
  };
}

/** A title without what is drawn for each student. */
export function plainTitle(title: string): string {
  return title.replace(/@\{?[A-Za-z][A-Za-z0-9]*\}?/g, "…");
}
