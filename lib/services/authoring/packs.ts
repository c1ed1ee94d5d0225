import { setImmediate as breathe } from "node:timers/promises";
import { mayTeach, type Viewer } from "../../auth";
import { ok, type Result } from "../../base";
import {
  type AuthoredProblem,
  type BankError,
  type BankFile,
  describeBankError,
  type PackRow,
  readPack,
  topicFolder,
  writePack,
} from "../../problems";
import { database, inTransaction, log, type Prisma, recordAct, type Transaction, takeRooms } from "../../store";
import { notFound, type ServiceError, tooMany } from "../error";
import type { Reply } from "../reply";
import { mayEdit, roomToAuthor } from "./access";
import { testInSteps } from "./problem-test";
import { placeProblem } from "./publish";
import { visibleTo } from "./teaching";
import { contentOfProblem, problemOfVersion } from "./version-problem";
import { addVersion, contentHash } from "./versions";
import type { PackRowView, PackStep, PackView } from "./views";

/** Which problems go into a pack: some by their ids, one topic's, all that the viewer sees, or all that they have written. */
export interface PackWanted {
  readonly ids?: readonly string[];
  readonly topicId?: string;
  readonly all?: boolean;
}

/** A pack as one file, and as the bank's folders with the lessons beside the problems. */
export interface ExportedPack {
  readonly problems: number;
  readonly yaml: string;
  readonly files: readonly BankFile[];
}

/** Published problems in the bank's own format. */
export async function exportPack(viewer: Viewer, wanted: PackWanted): Reply<ExportedPack> {
  const { personId } = viewer;
  if (!mayTeach(viewer)) return notFound();
  // A command asks as nobody in particular, and is not counted.
  const wait = await takeRooms(personId === null ? [] : [["export-person", personId]]);
  if (wait !== null) return tooMany(wait);
  const rows = await database().problem.findMany({
    where: {
      AND: [await visibleTo(viewer), chosenBy(viewer, wanted)],
      retired: false,
      currentVersionId: { not: null },
    },
    orderBy: [{ topic: { position: "asc" } }, { position: "asc" }, { id: "asc" }],
    include: { currentVersion: true, topic: { select: { id: true, position: true, lesson: true } } },
  });
  const problems = rows.flatMap(({ id, topic, currentVersion }) =>
    currentVersion ? [problemOfVersion(currentVersion, id, topic?.id ?? "")] : [],
  );
  if (problems.length === 0) return notFound();
  const topics = new Map(rows.flatMap(({ topic }) => (topic ? [[topic.id, topic] as const] : [])));
  const files = [...topics.values()].flatMap((topic) => filesOf(topic, problems));
  const facts = { problems: problems.length };
  await recordAct(database(), { action: "pack-exported", by: viewer.personId, facts });
  return ok({ ...facts, yaml: writePack(problems), files });
}

function chosenBy({ personId }: Viewer, { ids, topicId, all }: PackWanted): Prisma.ProblemWhereInput {
  if (ids) return { id: { in: [...ids] } };
  if (topicId !== undefined) return { topicId };
  return all ? {} : { authorId: personId };
}

interface TopicPlace {
  readonly id: string;
  readonly position: number;
  readonly lesson: string | null;
}

function filesOf({ id, position, lesson }: TopicPlace, problems: readonly AuthoredProblem[]): BankFile[] {
  const folder = topicFolder({ order: position, id });
  const own = problems.filter(({ topic }) => topic === id);
  return [
    { path: `${folder}/problems.yaml`, text: writePack(own) },
    ...(lesson === null ? [] : [{ path: `${folder}/lesson.md`, text: lesson }]),
  ];
}

/** What a row would come to, and the problem that it holds. */
interface Judged {
  readonly row: PackRow;
  readonly state: PackRowView["state"];
  readonly errors: readonly BankError[];
}

/** Looks a pack through without writing: which problems are new, the same, changed or refused, and why. */
export async function* lookThroughPack(
  viewer: Viewer,
  files: readonly BankFile[],
): AsyncGenerator<PackStep, Result<readonly Judged[], ServiceError>> {
  if (!mayTeach(viewer)) return notFound();
  const wait = await roomToAuthor(viewer, "test");
  if (wait !== null) return tooMany(wait);
  const pack = readPack(files);
  const known = await loadKnown(viewer, pack.rows);
  const judged: Judged[] = [];
  for (const [at, row] of pack.rows.entries()) {
    judged.push(await judge(row, known));
    yield { kind: "checking", done: at + 1, of: pack.rows.length };
    await breathe();
  }
  yield { kind: "looked", pack: packView(judged, pack.errors) };
  return ok(judged);
}

/** Imports a pack whole, or nothing of it where a row is refused. It is looked through again: much may have happened since. */
export async function* importPack(
  viewer: Viewer,
  files: readonly BankFile[],
): AsyncGenerator<PackStep, Result<null, ServiceError>> {
  const looking = lookThroughPack(viewer, files);
  for (;;) {
    const step = await looking.next();
    if (!step.done) {
      if (step.value.kind !== "looked") yield step.value;
      else if (!step.value.pack.ready) {
        yield step.value;
        return ok(null);
      }
      continue;
    }
    if (!step.value.ok) return step.value;
    const judged = step.value.value;
    const count = (state: Judged["state"]) => judged.filter((each) => each.state === state).length;
    const [made, changed] = [count("new"), count("changed")];
    await inTransaction(async (transaction) => {
      await store(transaction, viewer, judged);
      await recordAct(transaction, { action: "pack-imported", by: viewer.personId, facts: { made, changed } });
    });
    log.info({ made, changed }, "pack imported");
    yield { kind: "imported", pack: packView(judged, []), made, changed };
    return ok(null);
  }
}

/** What the rows of a pack are held against. */
interface Known {
  readonly topics: ReadonlySet<string>;
  /** The topic of each skill. */
  readonly skills: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, KnownProblem>;
}

interface KnownProblem {
  readonly fromBank: boolean;
  readonly mine: boolean;
  readonly topicId: string | null;
  readonly hash: string | null;
}

async function loadKnown(viewer: Viewer, rows: readonly PackRow[]): Promise<Known> {
  const [topics, skills, problems] = await Promise.all([
    database().topic.findMany({ where: { retired: false }, select: { id: true } }),
    database().skill.findMany({ where: { retired: false }, select: { id: true, topicId: true } }),
    database().problem.findMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      include: { currentVersion: { select: { contentHash: true } } },
    }),
  ]);
  const known = new Map<string, KnownProblem>();
  for (const { id, fromBank, retired, topicId, currentVersion, authorId, courseId } of problems) {
    const mine = !fromBank && !retired && (await mayEdit(viewer, { authorId, courseId }));
    known.set(id, { fromBank, mine, topicId, hash: currentVersion?.contentHash ?? null });
  }
  return {
    topics: new Set(topics.map(({ id }) => id)),
    skills: new Map(skills.map(({ id, topicId }) => [id, topicId])),
    problems: known,
  };
}

async function judge(row: PackRow, known: Known): Promise<Judged> {
  const refused = (errors: readonly BankError[]): Judged => ({ row, state: "refused", errors });
  if (!row.problem || row.errors.length > 0) return refused(row.errors);
  const before = known.problems.get(row.id);
  const isSame = before?.hash === contentHash(contentOfProblem(row.problem)) && before.topicId === row.problem.topic;
  if (before && isSame) return { row, state: "same", errors: [] };
  const place = placeErrors(row, row.problem, known);
  if (place.length > 0) return refused(place);

  const test = testInSteps(row.problem, (_, field = []) => row.placeOf(field));
  for (;;) {
    const step = await test.next();
    if (!step.done) continue;
    if (step.value.length > 0) return refused(step.value);
    return { row, state: before ? "changed" : "new", errors: [] };
  }
}

/** Where a problem cannot go: a topic or skill that is not there, an id that is another's. */
function placeErrors(row: PackRow, problem: NonNullable<PackRow["problem"]>, known: Known): BankError[] {
  const complain = (field: string, message: string): BankError => ({
    ...row.placeOf([field]),
    entry: row.id,
    field,
    message,
  });
  const before = known.problems.get(row.id);
  const errors: BankError[] = [];
  if (before?.fromBank) errors.push(complain("id", "the bank has a problem with this id that says something else"));
  else if (before && !before.mine) errors.push(complain("id", "somebody else has a problem with this id"));
  if (!known.topics.has(problem.topic)) errors.push(complain("topic", `there is no topic ${problem.topic}`));
  for (const [at, skill] of problem.skills.entries()) {
    const home = known.skills.get(skill);
    if (home === undefined) errors.push(complain("skills", `there is no skill ${skill}`));
    else if (at === 0 && home !== problem.topic)
      errors.push(complain("skills", `the first skill is one of ${problem.topic}, ${skill} is of ${home}`));
  }
  return errors;
}

function packView(judged: readonly Judged[], errors: readonly BankError[]): PackView {
  const rows = judged.map(({ row, state, errors: own }): PackRowView => {
    const { path, line } = row.place;
    return { path, line, id: row.id, title: row.title, state, reasons: own.map(describeBankError) };
  });
  const isClean = errors.length === 0 && rows.every(({ state }) => state !== "refused");
  const hasWork = rows.some(({ state }) => state === "new" || state === "changed");
  return { rows, errors: errors.map(describeBankError), ready: isClean && hasWork };
}

/** All in one transaction. An editor that has such a problem open hears of the change. */
async function store(transaction: Transaction, viewer: Viewer, judged: readonly Judged[]): Promise<void> {
  for (const { row, state } of judged) {
    if (state === "same" || !row.problem) continue;
    const { id } = row.problem;
    if (state === "new") await transaction.problem.create({ data: { id, authorId: viewer.personId } });
    await placeProblem(transaction, row.problem);
    await addVersion(transaction, id, contentOfProblem(row.problem), viewer.personId);
    const change = { draftRevision: { increment: 1 }, draftById: viewer.personId, draftAt: new Date() };
    await transaction.problem.update({ where: { id }, data: change });
  }
}
