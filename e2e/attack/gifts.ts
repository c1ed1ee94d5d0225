import { v7 } from "uuid";
import { database } from "../../lib/store";
import type { Things } from "./world";

/** What a call uses up, made anew for each. */

/** Somebody new in the course. */
export async function pupil({ course: courseId }: Things): Promise<string> {
  const { id } = await database().person.create({ data: { name: "Used up", email: `${v7()}@attack.example` } });
  await database().enrolment.create({ data: { courseId, personId: id } });
  return id;
}

export async function section({ course: courseId }: Things): Promise<string> {
  return (await database().section.create({ data: { courseId, name: v7() } })).id;
}

export async function invitation({ course: courseId }: Things): Promise<string> {
  const email = `${v7()}@attack.example`;
  await database().invitation.create({ data: { courseId, email, name: "Used up" } });
  return email;
}

/** The code of a course that nobody is in. */
export async function codeOfNewCourse(code: string): Promise<string> {
  return (await database().course.create({ data: { title: "Used up", joinCode: code } })).joinCode;
}

/** A roster that waits to be applied. */
export async function roster({ course: courseId }: Things, personId: string): Promise<string> {
  const text = `email,name\n${v7()}@attack.example,Somebody`;
  return (await database().rosterDraft.create({ data: { courseId, personId, text } })).id;
}

export async function assignment({ course: courseId, own }: Things, publishedAt: Date | null): Promise<string> {
  const [opensAt, later] = [new Date(), new Date(Date.now() + 86_400_000)];
  const items = { create: [{ position: 1, problemId: own, points: 2 }] };
  const data = { courseId, title: "Used up", opensAt, dueAt: later, closesAt: later, publishedAt, items };
  return (await database().assignment.create({ data })).id;
}

export async function extension({ open: assignmentId, student: personId }: Things): Promise<string> {
  return (await database().extension.create({ data: { assignmentId, personId, timeFactor: 2 } })).id;
}

export async function rule({ own: problemId, course: courseId }: Things): Promise<string> {
  const data = { problemId, courseId, answer: "9*x", message: "Used up" };
  return (await database().feedbackRule.create({ data })).id;
}

/** A regrade in the course, in a state from which something can be done. */
export async function regrade(things: Things, state: "compared" | "applied" | "failed"): Promise<string> {
  const { own: problemId, version: versionId, course: courseId } = things;
  const applied = state === "applied" && { mode: "raise" as const, appliedAt: new Date() };
  return (await database().regrade.create({ data: { problemId, versionId, courseId, state, ...applied } })).id;
}

export async function message({ student: personId }: Things): Promise<string> {
  return (await database().message.create({ data: { personId, text: "Used up" } })).id;
}

export async function token({ student: personId }: Things): Promise<string> {
  const data = { personId, name: "Used up", hash: v7(), start: "nabla_", scopes: ["grade"] };
  return (await database().apiToken.create({ data })).id;
}

/** The published problem, whose draft says something else. */
export async function anotherDraft({ own: id }: Things): Promise<string> {
  const draft = { title: v7(), statement: v7(), policy: "either", input: "text" };
  await database().problem.update({ where: { id }, data: { draft, draftRevision: { increment: 1 } } });
  return id;
}

/** A review that the student has begun. */
export async function review({ student: personId }: Things): Promise<string> {
  const items = [{ problemId: "squared-length", skill: "read-slopes" }];
  return (await database().reviewSession.create({ data: { personId, items, createdAt: new Date() } })).id;
}

/** Ends what the student has begun to review, and lets a skill of theirs fall due. */
export async function dueForStudent({ student: personId }: Things): Promise<void> {
  const now = new Date();
  await database().reviewSession.updateMany({ where: { personId, finishedAt: null }, data: { finishedAt: now } });
  const skill = await database().skill.findFirstOrThrow({ where: { topicId: "gradient", retired: false } });
  const due = {
    level: 1,
    seen: 3,
    due: new Date(now.getTime() - 86_400_000),
    stability: 1,
    hardness: 5,
    updatedAt: now,
  };
  const reviewedAt = new Date(now.getTime() - 5 * 86_400_000);
  await database().skillEstimate.upsert({
    where: { personId_skillId: { personId, skillId: skill.id } },
    create: { personId, skillId: skill.id, reviewedAt, repetitions: 1, ...due },
    update: due,
  });
}

/** Waits until no job of a regrade is under way: it would change tables while others try to. */
export async function quiet(): Promise<void> {
  const busy = () => database().regrade.count({ where: { state: { in: ["comparing", "applying", "undoing"] } } });
  for (let turn = 0; (await busy()) > 0; turn++) {
    if (turn === 200) throw new Error("a regrade does not end");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
