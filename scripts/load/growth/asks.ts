import { invariant } from "../../../lib/base";
import * as services from "../../../lib/services";
import { database, erasePeople } from "../../../lib/store";
import { type Filled, firstCode } from "./fill";

/** What is asked of the services, by what somebody would call it. */
export interface Ask {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
  /** Why it may go through a whole table. */
  readonly wide?: string;
}

/** The places of the first course that are asked about. */
async function placesIn({ student, open, closed }: Filled) {
  const { personId } = student;
  const practised = await database().progress.findFirstOrThrow({ where: { personId, solved: false } });
  const waiting = { personId, assignmentId: open, firstRight: null, attempts: { lt: 3 } };
  const assigned = await database().assigned.findFirstOrThrow({ where: waiting });
  const done = await database().assigned.findFirstOrThrow({ where: { personId, assignmentId: closed } });
  return { practised, assigned, done };
}

/** All that pages, programs and jobs ask for day by day. Each finds what it asks for. */
export async function asksOf(filled: Filled, now: Date): Promise<readonly Ask[]> {
  const places = await placesIn(filled);
  return [...learning(filled, places, now), ...teaching(filled, places, now), ...jobs(filled, now)];
}

type Places = Awaited<ReturnType<typeof placesIn>>;

function learning({ student, courseId, open, closed }: Filled, { practised, assigned }: Places, now: Date): Ask[] {
  const { problemId } = practised;
  const practise = async (text: string) => {
    const page = await services.getProblem(student, problemId, now);
    invariant(page.ok, "the problem is there");
    const { versionId, variant } = page.value;
    const idempotencyKey = crypto.randomUUID();
    return services.submitAnswer(student, {
      problemId,
      versionId,
      asked: variant.name,
      text,
      syntax: "text",
      idempotencyKey,
    });
  };
  const answer = async (text: string) => {
    const page = await services.getAssignedProblem(student, assigned.id, now);
    invariant(page.ok, "the assigned problem is there");
    const { versionId, variant } = page.value.problem;
    const form = { assignedId: assigned.id, versionId, asked: variant.name, idempotencyKey: crypto.randomUUID() };
    return services.submitAssigned(student, { ...form, text, syntax: "text" }, now);
  };
  return [
    { name: "the dashboard", ask: () => services.getDashboard(student, now) },
    { name: "a problem", ask: () => services.getProblem(student, problemId, now) },
    { name: "an answer in practice", ask: () => practise("1") },
    { name: "an answer to an assigned problem", ask: () => answer("1") },
    { name: "a hint", ask: () => services.askForHint(student, { problemId, asked: "0" }) },
    { name: "the topics", ask: () => services.listTopics(student) },
    { name: "the map", ask: () => services.getMap(student, now) },
    { name: "own answers", ask: () => services.listAttempts(student, problemId) },
    { name: "a placement", ask: () => services.getPlacement(student) },
    { name: "the beginning of a review", ask: () => services.startReview(student, "1", now) },
    { name: "a review", ask: () => services.getReview(student, now) },
    { name: "the head of each page", ask: () => services.placesOf(student) },
    { name: "messages", ask: () => services.listMessages(student) },
    { name: "own courses", ask: () => services.listMyCourses(student, now) },
    { name: "an own course", ask: () => services.getMyCourse(student, courseId, now) },
    { name: "an open assignment", ask: () => services.getMyAssignment(student, open, now) },
    { name: "a closed assignment", ask: () => services.getMyAssignment(student, closed, now) },
    { name: "an assigned problem", ask: () => services.getAssignedProblem(student, assigned.id, now) },
    { name: "what is kept of oneself", ask: () => services.getPersonalData(student) },
    { name: "all that is kept of oneself, as a file", ask: () => services.exportEverything(student, now) },
    { name: "a late pass", ask: () => services.takeLatePass(student, open, now) },
    { name: "joining a course", ask: () => services.joinCourse(student, firstCode) },
  ];
}

function teaching({ instructor, student, courseId, open, closed }: Filled, { done }: Places, now: Date): Ask[] {
  const { personId } = student;
  const { problemId, versionId } = done;
  const place = { courseId, personId, place: `${done.itemId}.${done.slot}` };
  const holder = { viewer: instructor, courseId, tokenId: "", scopes: [] };
  const practiceOfAll = "What is counted is the practice of everybody.";
  return [
    { name: "the gradebook", ask: () => services.getGradebook(instructor, courseId, { folded: [] }, now) },
    { name: "an export", ask: () => services.exportGrades(instructor, courseId, "canvas", null, now) },
    { name: "a place in the gradebook", ask: () => services.getGradedPlace(instructor, place, now) },
    {
      name: "points given by hand",
      ask: () => services.overridePoints(instructor, { ...place, points: "1", reason: "So." }, now),
    },
    { name: "the board of an open assignment", ask: () => services.getBoard(instructor, open, now) },
    { name: "the board of a closed assignment", ask: () => services.getBoard(instructor, closed, now) },
    { name: "a student's work", ask: () => services.getStudentWork(instructor, open, personId, now) },
    { name: "an assignment, to its teacher", ask: () => services.getAssignment(instructor, open, now) },
    { name: "the assignments of a course", ask: () => services.listAssignments(instructor, courseId, now) },
    { name: "insight into a course", ask: () => services.getCourseInsight(instructor, courseId, {}, now) },
    { name: "insight into a problem", ask: () => services.getProblemInsight(instructor, { problemId, courseId }) },
    {
      name: "insight into a problem wherever it is answered",
      ask: () => services.getProblemInsight(instructor, { problemId, courseId: null }),
      wide: practiceOfAll,
    },
    { name: "the log of a course", ask: () => services.getLog(instructor, courseId, null) },
    { name: "the people of a course", ask: () => services.getPeople(instructor, courseId) },
    { name: "a course", ask: () => services.getCourseOverview(instructor, courseId) },
    { name: "the courses that one teaches", ask: () => services.listTaughtCourses(instructor) },
    { name: "the list of problems", ask: () => services.listAuthoredProblems(instructor), wide: practiceOfAll },
    { name: "the answers to one's own problem", ask: () => services.listProblemAnswers(instructor, "made-1-1") },
    { name: "the history of one's own problem", ask: () => services.getHistory(instructor, "made-1-1") },
    { name: "the regrades of a course", ask: () => services.listRegrades(instructor, courseId) },
    { name: "a regrade", ask: () => regrade(instructor, { problemId, courseId, versionId }) },
    { name: "tokens", ask: () => services.listTokens(instructor, now) },
    { name: "grades, to a program", ask: () => services.readGrades(holder, courseId, now) },
    { name: "answers, to a program", ask: () => services.readSubmissions(holder, open, { limit: 100 }) },
    { name: "the end of a section", ask: () => endSection(instructor, courseId) },
  ];
}

/** Compares, applies and takes back, as the jobs do it. */
async function regrade(
  instructor: Filled["instructor"],
  where: { readonly problemId: string; readonly courseId: string; readonly versionId: string },
) {
  await services.getRegradeStart(instructor, where);
  const started = await services.startRegrade(instructor, where);
  if (!started.ok) return started;
  const { regradeId } = started.value;
  await services.runRegrade(regradeId);
  await services.applyRegrade(instructor, regradeId, "raise");
  await services.runRegrade(regradeId);
  await services.getRegrade(instructor, regradeId);
  const undone = await services.undoRegrade(instructor, regradeId);
  await services.runRegrade(regradeId);
  return undone;
}

async function endSection(instructor: Filled["instructor"], courseId: string) {
  const made = await services.nameSection(instructor, courseId, "C");
  return made.ok ? services.removeSection(instructor, courseId, made.value.sectionId) : made;
}

function jobs({ student }: Filled, now: Date): Ask[] {
  return [
    { name: "answers that were left", ask: () => services.sweepAnswers() },
    { name: "second looks", ask: () => services.takeSecondLooks() },
    { name: "the closing of assignments", ask: () => services.settleClosed(now) },
    { name: "regrades that were broken off", ask: () => services.continueRegrades() },
    {
      name: "estimates that are missing",
      ask: () => services.estimateMissing(),
      wide: "It is asked once, when a server starts.",
    },
    { name: "visitors who left nothing", ask: () => services.cleanUpGuests(now) },
    { name: "the end of a person", ask: () => erasePeople([student.personId]) },
  ];
}
