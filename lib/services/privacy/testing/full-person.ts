import { v7 } from "uuid";
import { hashPassword } from "../../../auth";
import { database, recordAct } from "../../../store";

/** Somebody about whom every registered table has a row, and a course in which others have seen them. */
export interface FullPerson {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly courseId: string;
  /** Another student, whose rows this person has made some of. */
  readonly otherId: string;
  readonly versionId: string;
  readonly overrideId: string;
}

const now = new Date();

async function account(name: string, role: "student" | "instructor", password?: string) {
  const email = `${v7()}@example.org`;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return database().person.create({ data: { id: v7(), name, email, role, passwordHash } });
}

async function publishedProblem(authorId: string) {
  const problem = await database().problem.create({ data: { id: v7(), authorId, draftById: authorId, draft: {} } });
  const words = { title: "T", statement: "S", contentHash: "h", policy: "either" } as const;
  const version = await database().problemVersion.create({
    data: { ...words, problemId: problem.id, number: 1, record: {}, answers: {}, spoiled: [], authorId },
  });
  await database().problem.update({ where: { id: problem.id }, data: { currentVersionId: version.id } });
  return { problemId: problem.id, versionId: version.id };
}

type Published = Awaited<ReturnType<typeof publishedProblem>>;

async function assignmentIn(courseId: string, problemId: string) {
  const times = { opensAt: now, dueAt: now, closesAt: now };
  const { id } = await database().assignment.create({
    data: { courseId, title: "Sheet", ...times, shownOpen: "receipt", publishedAt: now },
  });
  const item = await database().assignmentItem.create({ data: { assignmentId: id, position: 1, problemId } });
  return { assignmentId: id, itemId: item.id };
}

/** An answer with its grade; to a problem of practice, or to an assigned one. */
async function answered(personId: string, { problemId, versionId }: Published, assignedId: string | null) {
  const sent = { syntax: "text", graderVersion: "1", seed: "zqseed", idempotencyKey: v7(), ordinal: 1 } as const;
  const verdict = { status: "graded", numerator: true, denominator: true, secret: "zqverdict" };
  const flags = { numerator: true, denominator: true, correct: true };
  return database().submission.create({
    data: {
      ...sent,
      id: v7(),
      personId,
      problemId,
      versionId,
      assignedId,
      text: "2x",
      drawn: { a: "zqdrawn" },
      grades: { create: { graderVersion: "1", status: "graded", verdict, ...flags } },
    },
  });
}

export async function fullPerson(): Promise<FullPerson> {
  const [name, password] = [`Zq Person ${v7()}`, "seven quiet matrices"];
  const person = await account(name, "instructor", password);
  const [other, teacher] = [await account("Other", "student"), await account("Teacher", "instructor")];
  const personId = person.id;
  const email = person.email ?? "";
  const published = await publishedProblem(personId);
  const { versionId } = published;

  const { id: courseId } = await database().course.create({ data: { title: "Course", joinCode: v7() } });
  await database().enrolment.createMany({
    data: [
      { courseId, personId },
      { courseId, personId: other.id },
      { courseId, personId: teacher.id, role: "instructor" },
    ],
  });
  await database().invitation.create({ data: { courseId, email, name } });
  await database().rosterDraft.createMany({
    data: [
      { courseId, personId, text: "somebody@example.org" },
      { courseId, personId: teacher.id, text: `name,email\n${name},${email.toUpperCase()}` },
    ],
  });
  await database().message.createMany({
    data: [
      { personId, text: "For you." },
      { personId: teacher.id, text: `${name} (${email}) has joined.` },
      { personId: teacher.id, text: "Somebody has asked.", link: `/teach/courses/${courseId}/people/${personId}` },
    ],
  });
  await practise(personId, published);
  const overrideId = await assign({ personId, otherId: other.id, courseId, published });
  await author(personId, published, courseId);
  await recordAct(database(), { action: "role-changed", by: teacher.id, subject: personId, courseId });
  await recordAct(database(), { action: "course-edited", by: personId, subject: courseId, courseId });
  return { personId, email, name, password, courseId, otherId: other.id, versionId, overrideId };
}

async function practise(personId: string, published: Published): Promise<void> {
  const { problemId, versionId } = published;
  const sent = await answered(personId, published, null);
  await database().ungraded.create({ data: { submissionId: sent.id } });
  await database().secondLook.create({ data: { submissionId: sent.id } });
  await database().progress.create({ data: { personId, problemId, drawnFor: personId } });
  await database().draft.create({
    data: { personId, problemId, variant: "", fields: { answer: "x" }, writing: "text", typedAt: now },
  });
  await database().givenUp.create({ data: { personId, problemId, versionId, variant: 0, createdAt: now } });
  await database().skillEstimate.create({ data: { personId, skillId: "s", level: 0, seen: 1, updatedAt: now } });
  await database().reviewSession.create({ data: { personId, items: [], createdAt: now } });
  await database().placement.create({ data: { personId, questions: [], createdAt: now } });
}

interface Assigning {
  readonly personId: string;
  readonly otherId: string;
  readonly courseId: string;
  readonly published: Published;
}

/** Work of the person's own, and points and time that they gave to somebody else. */
async function assign({ personId, otherId, courseId, published }: Assigning): Promise<string> {
  const { problemId, versionId } = published;
  const { assignmentId, itemId } = await assignmentIn(courseId, problemId);
  const place = { assignmentId, itemId, problemId, versionId, credit: 0.73 };
  const own = await database().assigned.create({ data: { ...place, personId } });
  const others = await database().assigned.create({ data: { ...place, personId: otherId } });
  await database().assignedDraft.create({
    data: { assignedId: own.id, fields: { answer: "x" }, writing: "text", typedAt: now },
  });
  await database().override.create({ data: { assignedId: own.id, points: 1, reason: "zqreason", givenBy: otherId } });
  const given = await database().override.create({
    data: { assignedId: others.id, points: 2, reason: "Because.", givenBy: personId },
  });
  await database().extension.createMany({
    data: [
      { assignmentId, personId, dueAt: now, givenBy: otherId },
      { assignmentId, personId: otherId, dueAt: now, givenBy: personId },
    ],
  });
  const sent = await answered(personId, published, own.id);
  await regrade({ personId, courseId, assignedId: own.id, submissionId: sent.id, published });
  return given.id;
}

interface Regrading {
  readonly personId: string;
  readonly courseId: string;
  readonly assignedId: string;
  readonly submissionId: string;
  readonly published: Published;
}

async function regrade({ personId, courseId, assignedId, submissionId, published }: Regrading): Promise<void> {
  const { problemId, versionId } = published;
  const flags = { numerator: true, denominator: true, correct: true, wasCorrect: true } as const;
  const states = { status: "graded", wasStatus: "graded", verdict: {} } as const;
  const before = { creditBefore: 0, creditAfter: 1, fullBefore: false, droppedBefore: false, versionBefore: versionId };
  await database().regrade.create({
    data: {
      problemId,
      versionId,
      courseId,
      startedBy: personId,
      rows: { create: { submissionId, ...flags, ...states } },
      rulings: { create: { assignedId, ...before } },
    },
  });
}

/** A draft that nobody else has seen, and what others may have met. */
async function author(personId: string, { problemId }: Published, courseId: string): Promise<void> {
  await database().problem.create({ data: { id: v7(), authorId: personId, draft: { title: "zqunpublished" } } });
  await database().keptDraft.create({ data: { problemId, personId, draft: { title: "Kept" } } });
  await database().feedbackRule.create({
    data: { problemId, courseId, answer: "x", message: "No.", authorId: personId },
  });
  await database().apiToken.create({
    data: { personId, name: "T", hash: v7(), start: "nabla_x", scopes: ["grade"] },
  });
}
