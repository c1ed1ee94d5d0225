import { validate as isUuid, v7 } from "uuid";
import type { Viewer } from "../../auth";
import { ok, type Result } from "../../base";
import {
  type ActCode,
  database,
  type Facts,
  inTransaction,
  type Prisma,
  recordAct,
  type Transaction,
  takeRooms,
} from "../../store";
import { memberWith } from "../courses/rights";
import { notFound, refused, type ServiceError, tooMany } from "../error";
import { askForRegrade } from "../queue";
import type { Reply } from "../reply";
import { outcomeOf } from "./outcome";
import { resultOf } from "./result";
import { mayRegrade, type Where } from "./rights";
import { unfinished } from "./run";
import { answersIn, assignedIn } from "./scope";
import { modes } from "./totals";
import type { RegradeMode, RegradeStartView, RegradeState, RegradeSummary, RegradeView } from "./views";

const courseSelect = { id: true, title: true, timeZone: true } satisfies Prisma.CourseSelect;

const summaryInclude = {
  version: true,
  course: { select: courseSelect },
} satisfies Prisma.RegradeInclude;

type Loaded = Prisma.RegradeGetPayload<{ include: typeof summaryInclude }>;

/** States in which there is something to look at, and nobody at work. */
const settled: ReadonlySet<RegradeState> = new Set(["compared", "applied", "undone"]);

/** States in which grades are being written. */
const changing = ["applying", "undoing"] as const satisfies readonly RegradeState[];

const day = 86_400_000;
const undoable = 30 * day;

/** What answers to a problem can be compared under. */
export async function getRegradeStart(viewer: Viewer, where: Where): Reply<RegradeStartView> {
  const allowed = await mayRegrade(viewer, where);
  if (!allowed.ok) return allowed;
  const scope = await answersIn({ ...where, startedBy: allowed.value.personId });
  const [problem, course, answers, people, earlier] = await Promise.all([
    database().problem.findUniqueOrThrow({
      where: { id: where.problemId },
      select: { id: true, currentVersionId: true, versions: { orderBy: { number: "desc" } } },
    }),
    where.courseId === null
      ? null
      : database().course.findUniqueOrThrow({ where: { id: where.courseId }, select: courseSelect }),
    database().submission.count({ where: scope }),
    database().submission.groupBy({ by: ["personId"], where: scope }),
    loadRegrades(visibleTo(viewer, where)),
  ]);
  const current = problem.versions.find(({ id }) => id === problem.currentVersionId) ?? problem.versions[0];
  return ok({
    problem: { id: problem.id, title: current?.title ?? "" },
    course,
    versions: problem.versions.map(({ id, number, createdAt }) => ({
      id,
      number,
      createdAt,
      isCurrent: id === problem.currentVersionId,
    })),
    answers,
    people: people.length,
    open: earlier.find(({ state }) => isBusy(state))?.id ?? null,
    earlier: await summaries(earlier),
  });
}

/** Begins to compare all answers under a version. Nothing is graded by it. */
export async function startRegrade(
  viewer: Viewer,
  { versionId, ...where }: Where & { readonly versionId: string },
): Reply<{ readonly regradeId: string }> {
  const allowed = await mayRegrade(viewer, where);
  if (!allowed.ok) return allowed;
  if (!isUuid(versionId)) return notFound();
  const version = await database().problemVersion.findFirst({ where: { id: versionId, problemId: where.problemId } });
  if (!version) return notFound();
  const wait = await takeRooms([["regrade-person", allowed.value.personId]]);
  if (wait !== null) return tooMany(wait);
  const busy = (await loadRegrades(where)).find(({ state }) => isBusy(state));
  if (busy) return refused("These answers are just being compared or regraded. Wait until that is done.");
  const scoped = { ...where, startedBy: allowed.value.personId };
  const total = await database().submission.count({ where: await answersIn(scoped) });
  const id = v7();
  await inTransaction(async (transaction) => {
    const regrade = await transaction.regrade.create({ data: { id, ...scoped, versionId, total } });
    await recordRegrade(transaction, viewer, "regrade-begun", regrade);
  });
  await askForRegrade(id);
  return ok({ regradeId: id });
}

/** The regrades of a course, the newest first. */
export async function listRegrades(viewer: Viewer, courseId: string): Reply<readonly RegradeSummary[]> {
  const member = await memberWith(viewer, courseId, "regrade");
  if (!member.ok) return member;
  return ok(await summaries(await loadRegrades({ courseId })));
}

/** A regrade, with how far it is and what it has found. */
export async function getRegrade(viewer: Viewer, regradeId: string): Reply<RegradeView> {
  const found = await loadFor(viewer, regradeId);
  if (!found.ok) return found;
  const regrade = found.value;
  const { course, total, done, state, appliedAt } = regrade;
  const [summary] = await summaries([regrade]);
  if (!summary) return notFound();
  return ok({
    ...summary,
    course,
    total,
    done,
    undoableUntil: state === "applied" && appliedAt ? new Date(appliedAt.getTime() + undoable) : null,
    outcome: settled.has(state) ? await outcomeOf(regrade, regrade.version) : null,
    result: appliedAt && regrade.mode && settled.has(state) ? await resultOf(regrade.id, regrade.mode) : null,
  });
}

/** Does what was chosen about the answers that differ. */
export async function applyRegrade(viewer: Viewer, regradeId: string, mode: string): Reply<null> {
  const found = await loadFor(viewer, regradeId);
  if (!found.ok) return found;
  if (!isMode(mode)) return refused("Choose what is done with the answers that differ.");
  if (found.value.state !== "compared") return refused("This regrade is not waiting for a choice any more.");
  if (await isAnotherBusy(found.value)) return refused("Another regrade of this problem is just under way.");
  const total = await database().assigned.count({ where: await assignedIn(found.value) });
  const begun = await inTransaction(async (transaction) => {
    const { count } = await transaction.regrade.updateMany({
      where: { id: regradeId, state: "compared" },
      data: { state: "applying", mode, done: 0, total },
    });
    if (count > 0) await recordRegrade(transaction, viewer, "regrade-applied", found.value, { mode });
    return count > 0;
  });
  if (begun) await askForRegrade(regradeId);
  return ok(null);
}

/** Takes a regrade back, for thirty days. */
export async function undoRegrade(viewer: Viewer, regradeId: string, now = new Date()): Reply<null> {
  const found = await loadFor(viewer, regradeId);
  if (!found.ok) return found;
  const { state, appliedAt } = found.value;
  if (state !== "applied" || !appliedAt) return refused("There is nothing to undo here.");
  if (now.getTime() > appliedAt.getTime() + undoable) {
    return refused("A regrade can be undone for 30 days, and these have passed.");
  }
  const afterwards: Prisma.RegradeWhereInput = {
    OR: [{ state: "applied", appliedAt: { gt: appliedAt } }, { state: { in: [...changing] } }],
  };
  const later = await database().regrade.count({ where: { AND: [sameAnswers(found.value), afterwards] } });
  if (later > 0) return refused("Another regrade of this problem came after this one. Undo that one first.");
  const total = await database().regradeRuling.count({ where: { regradeId } });
  const begun = await inTransaction(async (transaction) => {
    const { count } = await transaction.regrade.updateMany({
      where: { id: regradeId, state: "applied" },
      data: { state: "undoing", done: 0, total },
    });
    if (count > 0) await recordRegrade(transaction, viewer, "regrade-undone", found.value);
    return count > 0;
  });
  if (begun) await askForRegrade(regradeId);
  return ok(null);
}

function recordRegrade(
  transaction: Transaction,
  { personId }: Viewer,
  action: ActCode,
  { id, courseId }: { readonly id: string; readonly courseId: string | null },
  facts: Facts = {},
): Promise<void> {
  return recordAct(transaction, { action, by: personId, subject: id, courseId, facts });
}

/** Goes on with a regrade that failed, from where it was. */
export async function retryRegrade(viewer: Viewer, regradeId: string): Reply<null> {
  const found = await loadFor(viewer, regradeId);
  if (!found.ok) return found;
  const { mode, appliedAt } = found.value;
  const state = mode === null ? "comparing" : appliedAt === null ? "applying" : "undoing";
  const { count } = await database().regrade.updateMany({
    where: { id: regradeId, state: "failed" },
    data: { state },
  });
  if (count > 0) await askForRegrade(regradeId);
  return ok(null);
}

function isMode(mode: string): mode is RegradeMode {
  return modes.some((each) => each === mode);
}

function isBusy(state: RegradeState): boolean {
  return unfinished.some((each) => each === state);
}

/** Regrades that may concern the same answers: of the same course, or of all. */
function sameAnswers({ problemId, courseId }: Where): Prisma.RegradeWhereInput {
  return { problemId, ...(courseId !== null && { OR: [{ courseId }, { courseId: null }] }) };
}

async function isAnotherBusy(regrade: Loaded): Promise<boolean> {
  const where = { AND: [sameAnswers(regrade), { id: { not: regrade.id }, state: { in: [...changing] } }] };
  return (await database().regrade.count({ where })) > 0;
}

/** Those of a course are for its instructors. One without a course reaches as far as who started it may, and is theirs. */
function visibleTo({ role, personId }: Viewer, { problemId, courseId }: Where): Prisma.RegradeWhereInput {
  return { problemId, courseId, ...(courseId === null && role !== "admin" && { startedBy: personId }) };
}

/** A regrade for whoever may make one like it. */
async function loadFor(viewer: Viewer, regradeId: string): Promise<Result<Loaded, ServiceError>> {
  if (!isUuid(regradeId)) return notFound();
  const regrade = await database().regrade.findUnique({ where: { id: regradeId }, include: summaryInclude });
  const isTheirs = regrade?.courseId !== null || viewer.role === "admin" || regrade.startedBy === viewer.personId;
  if (!regrade || !isTheirs) return notFound();
  const allowed = await mayRegrade(viewer, regrade);
  return allowed.ok ? ok(regrade) : allowed;
}

function loadRegrades(where: Prisma.RegradeWhereInput): Promise<Loaded[]> {
  return database().regrade.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: summaryInclude,
    take: 50,
  });
}

async function summaries(regrades: readonly Loaded[]): Promise<readonly RegradeSummary[]> {
  const ids = regrades.flatMap(({ startedBy }) => startedBy ?? []);
  const people = await database().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return regrades.map(({ id, problemId, version, state, mode, startedBy, createdAt, appliedAt, undoneAt }) => ({
    id,
    problem: { id: problemId, title: version.title },
    versionNumber: version.number,
    state,
    mode,
    startedBy: names.get(startedBy ?? "") ?? "Somebody who is gone",
    createdAt,
    appliedAt,
    undoneAt,
  }));
}
