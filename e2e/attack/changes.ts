import { v7 } from "uuid";
import { database } from "../../lib/store";
import { newJoinCode } from "../made-codes";
import { type Actor, emailOf, password } from "./actors";
import type { Shown } from "./ask";
import type { Fields, Given } from "./call";
import * as gifts from "./gifts";
import { type Expected, expected } from "./table";
import { fieldOf, ownerOf, type Things, type World } from "./world";

/**
 * What can come of a call: it is refused, and no table has changed; it is done, and one has; or it is done without any table, for what is
 * kept in the browser or only shown.
 */
export const changeWords = ["no", "done", "free"] as const;

/** One call, by who makes it. */
export interface Change {
  /** "people.setRole", an action by its file and name; or "POST /api/drafts". */
  readonly what: string;
  /** On what, or how, where one call is tried more than once. */
  readonly on?: string;
  readonly expects: Expected<(typeof changeWords)[number]>;
  /** Made for each call: what it uses up is new. */
  readonly given: (world: World, actor: Actor) => Promise<Given>;
  /** What stands in an answer to whoever may, and not in a refusal; for calls that change no table. */
  readonly says?: string;
  readonly shown?: Shown;
}

type More = string | Pick<Change, "on" | "says">;

function change(what: string, line: string, given: Change["given"], more: More = {}): Change {
  return { what, expects: expected(line, changeWords), given, ...(typeof more === "string" ? { on: more } : more) };
}

/** A form behind a state. */
const form = (
  what: string,
  line: string,
  fields: (things: Things, world: World) => Promise<Fields> | Fields,
  more?: More,
) => change(what, line, async (world) => ({ fields: await fields(world.things, world) }), more);

/** Plain values. */
const values = (
  what: string,
  line: string,
  make: (things: Things) => Promise<readonly unknown[]> | readonly unknown[],
  more?: More,
) => change(what, line, async ({ things }) => ({ values: await make(things) }), more);

/** The body of a request. */
const json = (what: string, line: string, body: (things: Things, owner: string) => object, more?: More) =>
  change(what, line, async (world, actor) => ({ body: body(world.things, ownerOf(world, actor)) }), more);

//                  nobody student other assistant foreign instructor admin
const everybody = " done   done    done  done      done    done       done";
const browsers = "  free   free    free  free      free    free       free";
const signedIn = "  no     done    done  done      done    done       done";
const students = "  no     done    done  no        no      no         no";
const theStudent = "no     done    no    no        no      no         no";
const teachers = "  no     no      no    no        done    done       done";
const readers = "   no     no      no    no        free    free       free";
const owners = "    no     no      no    no        no      done       done";
const staff = "     no     no      no    done      no      done       done";
const noOne = "     no     no      no    no        no      no         no";

const courseForm = {
  ...{ title: "A course", term: "", policy: "either", timeZone: "UTC", latePasses: "0", latePassHours: "24" },
};

const answered = ({ own, version }: Things) => ({
  ...{ problemId: own, versionId: version, variant: "", idempotencyKey: v7(), writing: "text", answer: "2*x" },
});
const answerOnly = (things: Things) => {
  const { answer, ...sent } = answered(things);
  return { ...sent, fields: { answer } };
};
const typedNow = (owner: string) => ({
  ...{ owner, asked: "", fields: { answer: v7() }, writing: "text", chosen: false, typedAt: Date.now() },
});

const draft = { title: "Changed", statement: "Differentiate.", policy: "either", input: "text" };
const newDraft = () => ({ problemId: v7(), revision: null, draft: { ...draft, statement: v7() } });
const draftOf = async (id: string) => {
  const { draftRevision: revision } = await database().problem.findUniqueOrThrow({ where: { id } });
  return { problemId: id, revision, draft: { ...draft, statement: v7() } };
};
const draftForm = async (id: string) => {
  const { revision, draft: typed } = await draftOf(id);
  return { intent: "save", problemId: id, revision: String(revision), ...typed };
};

const times = { dueAt: "", closesAt: "", timeFactor: "1.5", reason: "" };
const pointsFor = ({ student, item }: Things) => ({
  personId: student,
  place: `${item}.0`,
  points: "1",
  reason: "Well said.",
});

let answers = 10;
/** Two rules of a problem are about two answers. */
const anotherAnswer = () => `${answers++}*x`;

/** A roster that the instructor has looked at. */
async function shownRoster(things: Things, world: World): Promise<{ rosterId: string; mark: string }> {
  const rosterId = await gifts.roster(things, world.ids.instructor);
  const path = `/teach/courses/${things.course}/people/roster/${rosterId}`;
  return { rosterId, mark: await fieldOf(world, "instructor", path, "mark") };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

const assignmentForm = ({ own }: Things) => ({
  ...{
    intent: "save",
    title: "Changed",
    instructions: "",
    policy: "",
    attempts: "",
    shownOpen: "all",
    shownClosed: "all",
  },
  ...{ opensAt: inDays(-1), dueAt: inDays(5), closesAt: inDays(7), revision: "0" },
  ...{ "items.0.id": "", "items.0.problemId": own, "items.0.topicId": "", "items.0.difficulty": "" },
  ...{ "items.0.count": "1", "items.0.points": "2" },
});

const squared = { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" };
const gradable = { id: "a", problem: squared, answer: "2*x" };
const ready = {
  ...{ ...draft, variables: [{ name: "x", shape: "n", assume: "" }], function: "x'*x", wrt: "x" },
  ...{ numerator: "2*x'", denominator: "2*x" },
};

/** A pack of one new problem. JSON is YAML. */
const pack = () =>
  JSON.stringify([
    {
      ...{ id: `packed-${v7()}`, topic: "gradient", title: "Packed", difficulty: 1, policy: "either" },
      ...{ skills: [], sources: ["own"], statement: "Differentiate.", problem: squared },
      ...{ answers: { numerator: "2*x'", denominator: "2*x" }, hints: ["One.", "Two."], solution: "So." },
      spoiled: [
        { answer: "x", slip: "Loses the 2." },
        { answer: "x'*x", slip: "Does not differentiate." },
      ],
    },
  ]);

/** By way of the course that the other instructor has. */
const byOther = ({ foreign: courseId }: Things) => ({ courseId });
const inCourse = ({ course: courseId }: Things) => ({ courseId });

/** Every action and every route that changes something, on one's own things, another's, and what is not published. */
export const changes: readonly Change[] = [
  form("theme.chooseTheme", browsers, () => ({ theme: "dark" })),
  form("account.signOut", browsers, () => ({})),
  form("account.signIn", browsers, () => ({ email: "other@attack.example", password })),
  form("account.signUp", everybody, () => ({ name: "New", email: `${v7()}@attack.example`, password })),
  form("account.enterDemo", browsers, () => ({ role: "instructor" })),
  form("people.followCode", browsers, () => ({ code: "ACDEFGHJ" })),

  // A learner's own work.
  form("answer.checkAnswer", everybody, answered),
  form("answer.checkAnswer", noOne, (t) => ({ ...answered(t), problemId: t.draft }), "an unpublished problem"),
  form(
    "answer.checkAnswer",
    theStudent,
    (t) => ({ ...answered(t), assignedId: t.assigned, variant: t.asked }),
    "an assigned problem",
  ),
  form(
    "answer.checkAnswer",
    noOne,
    (t) => ({ ...answered(t), assignedId: t.hiddenAssigned, variant: t.hiddenAsked }),
    "a withdrawn assignment",
  ),
  json("POST /api/answers", everybody, answerOnly),
  json("POST /api/answers", noOne, (t) => ({ ...answerOnly(t), problemId: t.draft }), "an unpublished problem"),
  json(
    "POST /api/answers",
    theStudent,
    (t) => ({ ...answerOnly(t), problemId: undefined, assignedId: t.assigned, variant: t.asked }),
    "an assigned problem",
  ),
  json(
    "POST /api/answers",
    noOne,
    (t) => ({ ...answerOnly(t), problemId: undefined, assignedId: t.hiddenAssigned, variant: t.hiddenAsked }),
    "a withdrawn assignment",
  ),
  json("POST /api/drafts", signedIn, ({ own }, owner) => ({ ...typedNow(owner), problemId: own })),
  json("POST /api/drafts", noOne, (t, owner) => ({ ...typedNow(owner), problemId: t.draft }), "an unpublished problem"),
  json(
    "POST /api/drafts",
    theStudent,
    (t, owner) => ({ ...typedNow(owner), assignedId: t.assigned, asked: t.asked }),
    "an assigned problem",
  ),
  json(
    "POST /api/drafts",
    noOne,
    (t, owner) => ({ ...typedNow(owner), assignedId: t.hiddenAssigned, asked: t.hiddenAsked }),
    "a withdrawn assignment",
  ),
  form("help.seekHelp", everybody, ({ own }) => ({ help: "hint", problemId: own, variant: "" })),
  form(
    "help.seekHelp",
    noOne,
    (t) => ({ help: "solution", problemId: t.draft, variant: "" }),
    "an unpublished problem",
  ),
  form("assignments.seekAssignedHint", theStudent, (t) => ({ assignedId: t.assigned, variant: t.asked })),
  form(
    "assignments.seekAssignedHint",
    noOne,
    (t) => ({ assignedId: t.hiddenAssigned, variant: t.hiddenAsked }),
    "a withdrawn assignment",
  ),
  form("assignments.spendLatePass", students, ({ open }) => ({ assignmentId: open })),
  form("assignments.spendLatePass", noOne, ({ hidden }) => ({ assignmentId: hidden }), "an unpublished assignment"),
  form("placement.stepInPlacement", everybody, () => ({ step: "start", number: "0" })),
  values("review.beginReview", theStudent, (t) => gifts.dueForStudent(t).then(() => [])),
  form("review.goOnInReview", theStudent, async (t) => ({ session: await gifts.review(t), done: "0" })),
  form("messages.markRead", theStudent, async (t) => ({ messageId: await gifts.message(t) })),
  form("tokens.newToken", signedIn, () => ({ name: "New", scopes: ["grade"], days: "7", courseId: "" })),
  form(
    "tokens.newToken",
    owners,
    (t) => ({ name: "New", scopes: ["read:grades"], days: "7", ...inCourse(t) }),
    "a course",
  ),
  form("tokens.endToken", theStudent, async (t) => ({ tokenId: await gifts.token(t) })),

  // Courses and who is in them.
  form("courses.saveCourse", teachers, () => courseForm, "a new course"),
  form("courses.saveCourse", owners, (t) => ({ ...courseForm, ...inCourse(t), title: "Changed" }), "a course"),
  form("courses.changeJoining", owners, (t) => ({ ...inCourse(t), change: "open" })),
  form("courses.changeJoining", owners, (t) => ({ ...inCourse(t), change: "replace" }), "its code"),
  form("courses.setArchived", owners, (t) => ({ ...inCourse(t), archive: "no" })),
  form("people.join", signedIn, async () => ({ code: await gifts.codeOfNewCourse(newJoinCode()) })),
  form("people.movePeople", owners, async (t) => ({
    ...inCourse(t),
    person: await gifts.pupil(t),
    section: t.section,
  })),
  form(
    "people.movePeople",
    noOne,
    async (t) => ({ ...byOther(t), person: await gifts.pupil(t), section: t.foreignSection }),
    "by another course",
  ),
  form(
    "people.movePeople",
    noOne,
    async (t) => ({ ...inCourse(t), person: await gifts.pupil(t), section: t.foreignSection }),
    "into another's section",
  ),
  form("people.setRole", owners, async (t) => ({ ...inCourse(t), personId: await gifts.pupil(t), role: "assistant" })),
  form(
    "people.setRole",
    noOne,
    async (t) => ({ ...byOther(t), personId: await gifts.pupil(t), role: "assistant" }),
    "by another course",
  ),
  form("people.setPresence", owners, async (t) => ({ ...inCourse(t), personId: await gifts.pupil(t) })),
  form(
    "people.setPresence",
    noOne,
    async (t) => ({ ...byOther(t), personId: await gifts.pupil(t) }),
    "by another course",
  ),
  form("people.dropInvitation", owners, async (t) => ({ ...inCourse(t), email: await gifts.invitation(t) })),
  form(
    "people.dropInvitation",
    noOne,
    async (t) => ({ ...byOther(t), email: await gifts.invitation(t) }),
    "by another course",
  ),
  form("people.saveSection", owners, (t) => ({ ...inCourse(t), name: v7().slice(0, 30) }), "a new section"),
  form(
    "people.saveSection",
    owners,
    async (t) => ({ ...inCourse(t), sectionId: await gifts.section(t), name: v7() }),
    "a section",
  ),
  form(
    "people.saveSection",
    noOne,
    async (t) => ({ ...byOther(t), sectionId: await gifts.section(t), name: v7() }),
    "by another course",
  ),
  form("people.dropSection", owners, async (t) => ({ ...inCourse(t), sectionId: await gifts.section(t) })),
  form(
    "people.dropSection",
    noOne,
    async (t) => ({ ...byOther(t), sectionId: await gifts.section(t) }),
    "by another course",
  ),
  form("roster.bringRoster", owners, (t) => ({ ...inCourse(t), pasted: "email\nnew@attack.example" })),
  form("roster.settleRoster", owners, async (t, w) => ({
    ...inCourse(t),
    ...(await shownRoster(t, w)),
    intent: "apply",
  })),
  form(
    "roster.settleRoster",
    owners,
    async (t, w) => ({ ...inCourse(t), ...(await shownRoster(t, w)), intent: "discard" }),
    "thrown away",
  ),
  form(
    "roster.settleRoster",
    noOne,
    async (t, w) => ({ ...byOther(t), ...(await shownRoster(t, w)), intent: "apply" }),
    "by another course",
  ),
  form(
    "roster.settleRoster",
    noOne,
    async (t, w) => ({ ...byOther(t), ...(await shownRoster(t, w)), intent: "discard" }),
    "thrown away by another course",
  ),

  // Assignments, their times and their points.
  form(
    "assignment-editing.saveAssignment",
    owners,
    (t) => ({ ...assignmentForm(t), ...inCourse(t), assignmentId: "" }),
    "a new one",
  ),
  form("assignment-editing.saveAssignment", owners, async (t) => ({
    ...assignmentForm(t),
    ...{ ...inCourse(t), assignmentId: await gifts.assignment(t, null), revision: "1" },
  })),
  form("assignment-editing.setPublished", owners, async (t) => ({
    assignmentId: await gifts.assignment(t, null),
    publish: "yes",
  })),
  form(
    "assignment-editing.setPublished",
    owners,
    async (t) => ({ assignmentId: await gifts.assignment(t, new Date()), publish: "no" }),
    "hidden again",
  ),
  form("assignment-editing.dropAssignment", owners, async (t) => ({
    ...inCourse(t),
    assignmentId: await gifts.assignment(t, null),
  })),
  form("assignment-editing.extend", staff, (t) => ({ ...times, assignmentId: t.open, who: `person ${t.other}` })),
  form(
    "assignment-editing.extend",
    noOne,
    (t) => ({ ...times, assignmentId: t.foreignOpen, who: `person ${t.other}` }),
    "by another course",
  ),
  form("assignment-editing.takeBackExtension", staff, async (t) => ({ extensionId: await gifts.extension(t) })),
  form("grades.givePoints", owners, (t) => ({ ...inCourse(t), ...pointsFor(t) })),
  form("grades.givePoints", noOne, (t) => ({ ...byOther(t), ...pointsFor(t) }), "by another course"),
  form("regrades.beginRegrade", owners, (t) => ({ ...inCourse(t), problemId: t.own, versionId: t.version })),
  form(
    "regrades.beginRegrade",
    owners,
    (t) => ({ courseId: "", problemId: t.own, versionId: t.version }),
    "everywhere",
  ),
  form(
    "regrades.beginRegrade",
    noOne,
    (t) => ({ ...byOther(t), problemId: t.own, versionId: t.version }),
    "by another course",
  ),
  form("regrades.chooseRegrade", owners, async (t) => ({
    regradeId: await gifts.regrade(t, "compared"),
    mode: "raise",
  })),
  form("regrades.takeRegradeBack", owners, async (t) => ({ regradeId: await gifts.regrade(t, "applied") })),
  form("regrades.continueRegrade", owners, async (t) => ({ regradeId: await gifts.regrade(t, "failed") })),
  form("rules.makeRule", owners, (t) => ({
    ...inCourse(t),
    problemId: t.own,
    answer: anotherAnswer(),
    message: "No.",
  })),
  form(
    "rules.makeRule",
    owners,
    (t) => ({ courseId: "", problemId: t.own, answer: anotherAnswer(), message: "No." }),
    "everywhere",
  ),
  form(
    "rules.makeRule",
    noOne,
    (t) => ({ ...byOther(t), problemId: t.own, answer: anotherAnswer(), message: "No." }),
    "by another course",
  ),
  form("rules.stopRule", owners, async (t) => ({ ruleId: await gifts.rule(t) })),

  // Problems and their drafts.
  form("problem.shareWithCourse", owners, (t) => ({ problemId: t.draft, ...inCourse(t) })),
  form("problem.restoreEntry", owners, async (t) => ({ problemId: await gifts.anotherDraft(t), entry: "1" })),
  values("authoring.keepProblem", teachers, () => [newDraft()], "a new problem"),
  values("authoring.keepProblem", owners, async (t) => [await draftOf(t.own)], "a published problem"),
  values("authoring.keepProblem", owners, async (t) => [await draftOf(t.draft)], "an unpublished problem"),
  values("authoring.keepProblem", noOne, async () => [await draftOf("squared-length")], "the bank's"),
  values("authoring.publishDraft", teachers, () => [newDraft()], "a new problem"),
  values("authoring.publishDraft", owners, async (t) => [await draftOf(t.own)], "a published problem"),
  values("authoring.publishDraft", noOne, async () => [await draftOf("squared-length")], "the bank's"),
  form(
    "authoring.editProblem",
    teachers,
    () => ({ ...draft, intent: "save", problemId: v7(), revision: "" }),
    "a new problem",
  ),
  form("authoring.editProblem", owners, (t) => draftForm(t.own), "a published problem"),
  form("authoring.editProblem", owners, (t) => draftForm(t.draft), "an unpublished problem"),
  values("authoring.lookAtProblem", readers, () => [ready, v7(), 0], { says: '"student":' }),
  values(
    "authoring.tryProblem",
    readers,
    () => [{ draft: ready, problemId: v7(), variant: 0, typed: { answer: "2*x" }, syntax: "text" }],
    {
      says: "Right",
    },
  ),
  form("pack.sendPack", readers, () => ({ intent: "look", text: pack() }), { says: '"ready":true' }),
  form("pack.sendPack", teachers, () => ({ intent: "import", text: pack() }), "imported"),
  values("pack.readPackInSteps", readers, () => ["a.yaml", pack(), false], { says: '"ready":true' }),
  values("pack.readPackInSteps", teachers, () => ["a.yaml", pack(), true], "imported"),

  // Programs, and what is no form of ours.
  {
    ...json("POST /api/v1/grade", "no free free free free free free", () => gradable, { says: '"graded"' }),
    shown: "token",
  },
  { ...json("POST /api/v1/grade", noOne, () => gradable, "by a cookie"), shown: "cookie" },
  ...["POST", "PUT", "PATCH", "DELETE"].map((method) => json(`${method} /api/v1/courses/mine`, noOne, () => ({}))),
  json("POST /api/auth/callback/credentials", noOne, () => ({ email: "admin@attack.example", password })),
  json("POST /api/auth/signout", noOne, () => ({ csrfToken: "made up" })),
  // The other student's own address: only they erase anything by it, and nothing but themselves. It comes last.
  form("privacy.eraseMe", "no no done no no no no", () => ({ typed: emailOf("other"), password })),
];
