import { worthAt } from "../../assess";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { stateOf } from "../../progress";
import { database } from "../../store";
import { attemptInclude } from "../attempts";
import { ownerName } from "../drafts";
import { loadGivenPoints } from "../gradebook/overrides";
import { asked as askedParts, loadSkills, loadSources, told } from "../problem-view";
import type { Reply } from "../reply";
import type { ProblemView } from "../views";
import type { AskedHere } from "./asked";
import { settleOwn } from "./closing";
import { assignedTyping } from "./drafts";
import { attemptsLeft, loadOwn, type Own } from "./own";
import type { LoadedAssigned } from "./rows";
import { scoreOf } from "./score";
import { shownAttempt, stateAt } from "./shown";
import { courseName, rulesView, timesView } from "./shown-times";
import type { AssignedProblemView } from "./views";

/** An assigned problem, to the student who has got it. */
export async function getAssignedProblem(viewer: Viewer, assignedId: string, now: Date): Reply<AssignedProblemView> {
  const found = await loadOwn(viewer, assignedId, now);
  if (!found.ok) return found;
  await settleOwn(found.value, now);
  await database().assigned.updateMany({ where: { id: assignedId, openedAt: null }, data: { openedAt: now } });
  return ok(await assignedView(viewer, found.value, now));
}

async function assignedView(viewer: Viewer, own: Own, now: Date): Promise<AssignedProblemView> {
  const { assignment, terms, phase, level } = own;
  const [fresh, answers, places, problem] = await Promise.all([
    database().assigned.findUniqueOrThrow({ where: { id: own.assigned.id } }),
    loadAnswers(own.assigned.id),
    loadPlaces(own.assigned),
    ownProblemView(viewer, own),
  ]);
  const at = places.findIndex(({ assignedId }) => assignedId === own.assigned.id);
  return {
    assignedId: own.assigned.id,
    number: at + 1,
    count: places.length,
    previous: places[at - 1] ?? null,
    next: places[at + 1] ?? null,
    assignment: {
      id: assignment.id,
      title: assignment.title,
      course: courseName(assignment.course),
      rules: rulesView(assignment),
    },
    phase,
    times: timesView(terms.times),
    worthNow: Math.round(100 * worthAt(terms, now.getTime())),
    level,
    state: stateAt(fresh, level),
    attempts: fresh.attempts,
    attemptsLeft: attemptsLeft(assignment.attempts, fresh.attempts),
    score: scoreOf([{ ...fresh, points: own.assigned.item.points }], level),
    given: fresh.override === null || level === "receipt" ? null : await loadGivenPoints(own.assigned.id),
    problem,
    answers: answers.map((row) => shownAttempt(row, level)),
  };
}

/** More of one's own answers than anybody reads. */
const mostShown = 100;

function loadAnswers(assignedId: string) {
  return database().submission.findMany({
    where: { assignedId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostShown,
    include: attemptInclude,
  });
}

/** The student's problems in the assignment, in order. */
async function loadPlaces({ assignmentId, personId }: LoadedAssigned) {
  const rows = await database().assigned.findMany({
    where: { assignmentId, personId },
    orderBy: [{ item: { position: "asc" } }, { slot: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }, index) => ({ assignedId: id, number: index + 1 }));
}

/** The problem itself as its student sees it now. */
export async function ownProblemView(viewer: Viewer, own: Own): Promise<ProblemView> {
  const { assigned, assignment, asked, phase, level } = own;
  const isOver = phase === "closed" && level === "all";
  const telling = { hints: assignment.hints ? assigned.hints : 0, isSeen: isOver, gaveUp: isOver };
  const view = await askedProblemView(assigned, asked, telling);
  const state = level === "receipt" ? (assigned.attempts > 0 ? "attempted" : "new") : stateOf(assigned);
  const count = assignment.hints && phase !== "closed" ? view.hints.count : view.hints.given.length;
  return {
    ...view,
    hints: { ...view.hints, count },
    state,
    typing: await assignedTyping(viewer, assigned.id, ownerName(viewer)),
  };
}

/** A problem as it is asked in an assignment. Nothing is known of who is looking. */
export async function askedProblemView(
  { problem, version }: Pick<LoadedAssigned, "problem" | "version">,
  asked: AskedHere<LoadedAssigned["version"]>,
  telling: { readonly hints: number; readonly isSeen: boolean; readonly gaveUp: boolean },
): Promise<ProblemView> {
  const [skills, sources] = await Promise.all([loadSkills(version.skills), loadSources(version.sources)]);
  return {
    id: problem.id,
    versionId: version.id,
    versionNumber: version.number,
    topic: { id: problem.topic?.id ?? "", title: problem.topic?.title ?? "" },
    variant: { number: 1, name: asked.name, others: false },
    ...askedParts(asked.version, asked.drawn),
    ...told(asked.version, asked.drawn, telling),
    hasSolution: telling.isSeen,
    asking: null,
    policy: asked.version.policy,
    alike: version.alike,
    difficulty: version.difficulty,
    skills,
    sources,
    state: "new",
    attempts: [],
    typing: { owner: "", writing: null, draft: null },
    nextProblem: null,
  };
}
