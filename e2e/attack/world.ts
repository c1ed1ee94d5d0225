import { createHash, createHmac, randomBytes } from "node:crypto";
import { database } from "../../lib/store";
import { newJoinCode } from "../made-codes";
import { type Actor, emailOf, type Member, members, nameOf, password, roles, signIn } from "./actors";
import { type Asked, ask } from "./ask";
import { call } from "./call";
import { marks } from "./marks";

/** Everything that somebody could want to reach, and who everybody is. */
export interface World extends Asked {
  readonly ids: Readonly<Record<Member, string>>;
  /** By their names in addresses: "{course}". */
  readonly things: Things;
}

export type Things = Readonly<Record<(typeof thingNames)[number], string>>;

const thingNames = [
  "course",
  "code",
  "section",
  "open",
  "hidden",
  "item",
  "assigned",
  "asked",
  "hiddenAssigned",
  "hiddenAsked",
  "student",
  "other",
  "own",
  "version",
  "draft",
  "roster",
  "regrade",
  "ownRegrade",
  "rule",
  "extension",
  "token",
  "message",
  "review",
  "foreign",
  "foreignSection",
  "foreignOpen",
] as const;

const day = 86_400_000;
const after = (days: number) => new Date(Date.now() + days * day);
const times = { opensAt: after(-2), dueAt: after(5), closesAt: after(7) };

/** A course of an instructor with its people, an open assignment and one that is not published, and all that hangs on them. */
export async function makeWorld(address: string): Promise<World> {
  const nobodyYet: Asked = { address, cookies: blank, tokens: blank };
  const ids = await forEach(members, (member) => makePerson(nobodyYet, member));
  const cookies = await forEach(members, (member) => signIn(address, member));
  const tokens = await forEach(members, (member) =>
    makeToken(ids[member], member === "student" ? marks.token : member),
  );
  const things = await makeThings({ ...nobodyYet, cookies }, ids);
  return { address, ids, cookies, tokens: textsOf(tokens), things: { ...things, token: tokens.student.id } };
}

const blank = Object.fromEntries(members.map((member) => [member, ""])) as Record<Member, string>;

/** Signs somebody up, and gives them the role that only an admin can give. */
async function makePerson(asked: Asked, member: Member): Promise<string> {
  const fields = { name: nameOf(member), email: emailOf(member), password };
  await call(asked, "nobody", { what: "account.signUp", given: { fields } });
  const { id } = await database().person.update({ where: { email: emailOf(member) }, data: { role: roles[member] } });
  return id;
}

/** How the pages of drafts name somebody. */
export function ownerOf({ ids }: World, actor: Actor): string {
  if (actor === "nobody") return "visitor";
  const secret = process.env.NABLA_SECRET ?? "";
  return createHmac("sha256", secret).update(`drafts ${ids[actor]}`).digest("hex").slice(0, 16);
}

/** What a hidden field of a page holds. */
export async function fieldOf(asked: Asked, actor: Actor, path: string, name: string): Promise<string> {
  const { status, text } = await ask(asked, actor, path);
  const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1];
  if (value === undefined) throw new Error(`${path} has no field ${name}: ${status}`);
  return value;
}

async function forEach<Name extends string, Made>(
  names: readonly Name[],
  make: (name: Name) => Promise<Made>,
): Promise<Record<Name, Made>> {
  const made = await Promise.all(names.map(async (name) => [name, await make(name)] as const));
  return Object.fromEntries(made) as Record<Name, Made>;
}

interface MadeToken {
  readonly id: string;
  readonly text: string;
}

const textsOf = (tokens: Readonly<Record<Member, MadeToken>>) =>
  Object.fromEntries(members.map((member) => [member, tokens[member].text])) as Record<Member, string>;

/** A token with all scopes, also for somebody who could not do anything with them. */
async function makeToken(personId: string, name: string): Promise<MadeToken> {
  const text = `nabla_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(text).digest("hex");
  const scopes = ["read:assignments", "read:submissions", "read:grades", "grade"];
  const { id } = await database().apiToken.create({
    data: { personId, name, hash, start: text.slice(0, 12), scopes, expiresAt: after(30) },
  });
  return { id, text };
}

type Ids = Readonly<Record<Member, string>>;

async function makeThings(asked: Asked, ids: Ids): Promise<Omit<Things, "token">> {
  const problems = await makeProblems(ids);
  const course = await makeCourse(ids, problems.own);
  const work = await makeWork(asked, ids, { ...problems, ...course });
  const foreign = await makeForeign(ids);
  return { ...problems, ...course, ...work, ...foreign, student: ids.student, other: ids.other };
}

const squared = { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" };

/** A problem that is published and one that is not, both of the instructor's own. */
async function makeProblems({ instructor }: Ids) {
  const place = { topicId: "gradient", position: 100_000, authorId: instructor };
  const typed = (title: string) => ({
    draft: { title, statement: title, policy: "either", input: "text" },
    draftRevision: 1,
  });
  const own = `attacked-${randomBytes(6).toString("hex")}`;
  await database().problem.create({ data: { id: own, ...place, ...typed(marks.draftOfOwn), draftById: instructor } });
  const content = {
    title: "The instructor's own",
    statement: "Differentiate.",
    policy: "either" as const,
    record: squared,
  };
  const answers = { numerator: "2*x'", denominator: "2*x" };
  const help = { hints: ["One.", "Two.", "Three."], solution: "So." };
  const version = await database().problemVersion.create({
    data: {
      ...content,
      ...help,
      answers,
      spoiled: [],
      problemId: own,
      number: 1,
      contentHash: own,
      authorId: instructor,
    },
  });
  await database().problem.update({ where: { id: own }, data: { currentVersionId: version.id } });
  const draft = `unpublished-${randomBytes(6).toString("hex")}`;
  await database().problem.create({ data: { id: draft, ...place, ...typed(marks.draft), draftById: instructor } });
  const regrade = { problemId: own, versionId: version.id, startedBy: instructor, state: "compared" as const };
  const { id: ownRegrade } = await database().regrade.create({ data: regrade });
  return { own, draft, version: version.id, ownRegrade };
}

async function makeCourse(ids: Ids, own: string) {
  const course = await database().course.create({
    data: {
      title: marks.course,
      joinCode: newJoinCode(),
      latePasses: 5,
      sections: { create: { name: "Monday" } },
      invitations: { create: { email: `${marks.invited}@example.com`, name: "Somebody invited" } },
      enrolments: {
        create: [
          { personId: ids.student, role: "student" },
          { personId: ids.other, role: "student" },
          { personId: ids.assistant, role: "assistant" },
          { personId: ids.instructor, role: "instructor" },
        ],
      },
    },
    include: { sections: true },
  });
  const items = { create: [{ position: 1, problemId: own, points: 2 }] };
  const rules = { courseId: course.id, lateSteps: [{ hours: 24, percent: 80 }], ...times };
  const open = await database().assignment.create({
    data: { ...rules, title: "Open to all", publishedAt: after(-3), items },
    include: { items: true },
  });
  const hidden = await database().assignment.create({
    data: { ...rules, title: marks.hidden, instructions: marks.hidden, publishedAt: after(-3), items },
    include: { items: true },
  });
  const text = `email,name\n${marks.roster}@example.com,Somebody new`;
  const roster = await database().rosterDraft.create({ data: { courseId: course.id, personId: ids.instructor, text } });
  return {
    course: course.id,
    code: course.joinCode,
    section: course.sections[0]?.id ?? "",
    open: open.id,
    hidden: hidden.id,
    item: open.items[0]?.id ?? "",
    hiddenItem: hidden.items[0]?.id ?? "",
    roster: roster.id,
  };
}

type Places = Awaited<ReturnType<typeof makeProblems>> & Awaited<ReturnType<typeof makeCourse>>;

/** What the student and the other student have got and done, and what was said and given to the student. */
async function makeWork(pages: Asked, { student, other, instructor }: Ids, places: Places) {
  const { course, open, hidden, item, hiddenItem, own, version } = places;
  const got = { problemId: own, versionId: version, slot: 0 };
  const assigned = await database().assigned.create({
    data: { ...got, assignmentId: open, itemId: item, personId: student },
  });
  await database().assigned.create({ data: { ...got, assignmentId: open, itemId: item, personId: other } });
  const hiddenOnes = { ...got, assignmentId: hidden, itemId: hiddenItem, personId: student };
  const { id: hiddenAssigned } = await database().assigned.create({ data: hiddenOnes });
  const asked = await fieldOf(pages, "student", `/assignments/${open}/${assigned.id}`, "variant");
  const hiddenAsked = await fieldOf(pages, "student", `/assignments/${hidden}/${hiddenAssigned}`, "variant");
  await database().assignment.update({ where: { id: hidden }, data: { publishedAt: null } });
  await makeAnswer(student, own, version, `${marks.work}*x`, assigned.id);
  const bank = await database().problem.findUniqueOrThrow({ where: { id: "quadratic-form" } });
  await makeAnswer(student, bank.id, bank.currentVersionId ?? "", `${marks.practice}*x`, null);
  await makeTyped(student, assigned.id);
  await database().override.create({
    data: { assignedId: assigned.id, points: 1, reason: marks.points, givenBy: instructor },
  });
  await database().assigned.update({ where: { id: assigned.id }, data: { override: 1 } });
  const rule = { problemId: own, courseId: course, answer: "3*x", message: marks.rule, authorId: instructor };
  const extension = {
    assignmentId: open,
    personId: student,
    dueAt: after(6),
    reason: marks.extension,
    givenBy: instructor,
  };
  const regrade = {
    problemId: own,
    courseId: course,
    versionId: version,
    startedBy: instructor,
    state: "compared" as const,
  };
  const session = { personId: student, items: [], createdAt: after(-1), finishedAt: after(-1) };
  const [made, given, compared, message, review] = await Promise.all([
    database().feedbackRule.create({ data: rule }),
    database().extension.create({ data: extension }),
    database().regrade.create({ data: regrade }),
    database().message.create({ data: { personId: student, text: marks.message } }),
    database().reviewSession.create({ data: session }),
  ]);
  return {
    assigned: assigned.id,
    asked,
    hiddenAssigned,
    hiddenAsked,
    rule: made.id,
    extension: given.id,
    regrade: compared.id,
    message: message.id,
    review: review.id,
  };
}

/** A wrong answer with its grade. */
async function makeAnswer(
  personId: string,
  problemId: string,
  versionId: string,
  text: string,
  assignedId: string | null,
) {
  const wrong = { status: "graded" as const, numerator: false, denominator: false };
  await database().submission.create({
    data: {
      ...{ personId, problemId, versionId, text, assignedId, ordinal: 1 },
      ...{ syntax: "text", graderVersion: "1", seed: "1", idempotencyKey: text },
      grades: { create: { ...wrong, correct: false, graderVersion: "1", verdict: wrong } },
    },
  });
  if (assignedId === null) await database().progress.create({ data: { personId, problemId, attempts: 1 } });
  else await database().assigned.update({ where: { id: assignedId }, data: { attempts: 1, answeredAt: new Date() } });
}

/** What the student has typed and not sent, in practice and in the assignment. */
async function makeTyped(personId: string, assignedId: string): Promise<void> {
  const typed = { fields: { answer: marks.typed }, writing: "text" as const, typedAt: new Date() };
  await database().assignedDraft.create({ data: { ...typed, assignedId } });
  await database().draft.create({ data: { ...typed, personId, problemId: "squared-length", variant: "" } });
}

/** The course of the other instructor. */
async function makeForeign({ foreign: personId }: Ids) {
  const course = await database().course.create({
    data: {
      title: marks.foreignCourse,
      joinCode: newJoinCode(),
      sections: { create: { name: "Theirs" } },
      enrolments: { create: { personId, role: "instructor" } },
    },
    include: { sections: true },
  });
  const items = { create: [{ position: 1, problemId: "squared-length", points: 2 }] };
  const assignment = { ...times, courseId: course.id, title: "Theirs", publishedAt: after(-3), items };
  const { id } = await database().assignment.create({ data: assignment });
  return { foreign: course.id, foreignSection: course.sections[0]?.id ?? "", foreignOpen: id };
}
