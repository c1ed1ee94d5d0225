import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { type ActCode, acts, closeDatabase, database, inTransaction, recordAct } from "../../store";
import { signIn, signOut, signUp } from "../accounts";
import {
  createAssignment,
  editAssignment,
  publishAssignment,
  removeAssignment,
  withdrawAssignment,
} from "../assignments/editing";
import { endExtension, giveExtension, takeLatePass } from "../assignments/extensions";
import { assignmentInput, hoursAfter, opensAt } from "../assignments/test-assignment";
import { shareProblem } from "../authoring/edit";
import { exportPack, importPack } from "../authoring/packs";
import { published } from "../authoring/test-draft";
import { archiveCourse, createCourse, editCourse, openJoining, replaceJoinCode } from "../courses/courses";
import { joinCourse } from "../courses/join";
import { bringBack, changeRole, moveToSection, removePerson, withdrawInvitation } from "../courses/people";
import { applyRoster, getRosterPlan, keepRoster } from "../courses/roster/roster";
import { removeSection } from "../courses/sections";
import { courseInput, testSection } from "../courses/test-course";
import { exportGrades } from "../gradebook/export";
import { overridePoints } from "../gradebook/override";
import { eraseAccount } from "../privacy/erase";
import { exportEverything } from "../privacy/export";
import { applyRegrade, startRegrade, undoRegrade } from "../regrade/regrades";
import { runRegrade } from "../regrade/run";
import { type Corrected, corrected } from "../regrade/test-regrade";
import { gradientProblem, nobody, somebody } from "../test-world";
import { readGrades, readSubmissions } from "../tokens/reading";
import { makeToken, revokeToken } from "../tokens/tokens";
import { getLog } from "./audit-log";
import { sentences } from "./sentences";

afterAll(closeDatabase);

const password = "seven quiet matrices";

let world: Corrected;
let student: Corrected["students"][number];
let itemId = "";

beforeAll(async () => {
  world = await corrected([[["2*x", 1]], []]);
  const [first] = world.students;
  if (!first) throw new Error("the course has a student");
  student = first;
  itemId = (await database().assignmentItem.findFirstOrThrow({ where: { assignmentId: world.assignmentId } })).id;
});

async function done(reply: Promise<{ readonly ok: boolean }>): Promise<void> {
  expect(await reply).toMatchObject({ ok: true });
}

const now = () => hoursAfter(opensAt, 2);
const course = () => [world.instructor, world.courseId] as const;
const place = (points: string) => ({
  courseId: world.courseId,
  personId: student.personId,
  place: `${itemId}.0`,
  points,
  reason: "Because.",
});

/** Account of somebody who can sign in. */
async function account(): Promise<Viewer & { personId: string; email: string }> {
  return somebody("student", password);
}

async function draftAssignment(): Promise<string> {
  const made = await createAssignment(...course(), { ...assignmentInput, items: assignmentInput.items.slice(0, 1) });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.assignmentId;
}

async function latestRegrade(): Promise<string> {
  const found = await database().regrade.findFirstOrThrow({ orderBy: { id: "desc" } });
  await runRegrade(found.id);
  return found.id;
}

async function lastId(table: "extension" | "apiToken"): Promise<string> {
  const order = { orderBy: { id: "desc" } } as const;
  const found =
    table === "extension"
      ? await database().extension.findFirstOrThrow(order)
      : await database().apiToken.findFirstOrThrow(order);
  return found.id;
}

async function roster(text: string): Promise<void> {
  const kept = await keepRoster(...course(), text, new Date());
  if (!kept.ok) throw new Error(JSON.stringify(kept));
  const plan = await getRosterPlan(...course(), kept.value.rosterId);
  if (!plan.ok) throw new Error(JSON.stringify(plan));
  await done(applyRoster(...course(), kept.value.rosterId, { mark: plan.value.mark, taken: [] }));
}

const extension = () => ({
  who: `person ${student.personId}`,
  dueAt: "2026-11-07T18:00",
  closesAt: "",
  timeFactor: "",
  reason: "Ill.",
});

async function importOne(): Promise<void> {
  const steps = importPack(world.instructor, [
    { path: "pack.yaml", text: JSON.stringify([{ ...gradientProblem, id: `imported-${v7()}`, topic: "gradient" }]) },
  ]);
  for (;;) if ((await steps.next()).done) return;
}

/** For each act of the log something that does it. In this order: later ones stand on earlier ones. */
const doing: { readonly [Code in ActCode]: () => Promise<unknown> } = {
  "signed-up": () => done(signUp(nobody(), { name: "Ada", email: `${v7()}@example.org`, password })),
  "signed-in": async () => done(signIn(nobody(), { email: (await account()).email, password })),
  "sign-in-refused": async () => signIn(nobody(), { email: (await account()).email, password: "not this one" }),
  "signed-out": async () => signOut(await account()),
  "data-exported": async () => {
    const export_ = await exportEverything(await account(), new Date());
    if (export_.ok) for await (const _ of export_.value.text);
  },
  "account-erased": async () => {
    const person = await account();
    await done(eraseAccount(person, { personId: person.personId, typed: person.email, password }));
  },

  "course-made": () => done(createCourse(world.instructor, courseInput)),
  "course-edited": () => done(editCourse(...course(), { ...courseInput, policy: "numerator" })),
  "course-archived": () => done(archiveCourse(...course(), new Date())),
  "course-taken-back": () => done(archiveCourse(...course(), null)),
  "joining-changed": () => done(openJoining(...course(), true)),
  "join-code-replaced": () => done(replaceJoinCode(...course())),
  "section-removed": async () => done(removeSection(...course(), await testSection(world.courseId, v7()))),
  "course-joined": async () => {
    const { joinCode } = await database().course.findUniqueOrThrow({ where: { id: world.courseId } });
    await done(joinCourse(await account(), joinCode));
  },
  "role-changed": () => done(changeRole(...course(), world.assistant.personId, "student")),
  "person-removed": () => done(removePerson(...course(), world.assistant.personId, new Date())),
  "person-brought-back": () => done(bringBack(...course(), world.assistant.personId)),
  "people-moved": () => done(moveToSection(...course(), [student.personId], null)),
  "roster-applied": () => roster(`${v7()}@example.org`),
  "invitation-withdrawn": async () => {
    const { email } = await database().invitation.findFirstOrThrow({ where: { courseId: world.courseId } });
    await done(withdrawInvitation(...course(), email));
  },

  "assignment-made": draftAssignment,
  "assignment-edited": async () => {
    const [id, items] = [await draftAssignment(), assignmentInput.items.slice(0, 1)];
    await done(editAssignment(world.instructor, id, { ...assignmentInput, items, title: "Another" }, 1));
  },
  "assignment-published": async () => done(publishAssignment(world.instructor, await draftAssignment(), opensAt)),
  "assignment-withdrawn": async () => done(withdrawAssignment(world.instructor, await draftAssignment())),
  "assignment-removed": async () => done(removeAssignment(world.instructor, await draftAssignment())),
  "extension-given": () => done(giveExtension(world.instructor, world.assignmentId, extension())),
  "extension-ended": async () => done(endExtension(world.instructor, await lastId("extension"), now())),
  "late-pass-taken": () => done(takeLatePass(student, world.assignmentId, now())),

  "points-given": () => done(overridePoints(world.instructor, place("1"), now())),
  "points-taken-back": () => done(overridePoints(world.instructor, place(""), now())),
  "regrade-begun": () =>
    done(
      startRegrade(world.instructor, {
        problemId: "squared-length",
        courseId: world.courseId,
        versionId: world.versionId,
      }),
    ),
  "regrade-applied": async () => done(applyRegrade(world.instructor, await latestRegrade(), "raise")),
  "regrade-undone": async () => done(undoRegrade(world.instructor, await latestRegrade())),

  "problem-published": () => published(world.instructor),
  "problem-shared": async () => {
    const id = `shared-${v7()}`;
    await database().problem.create({ data: { id, authorId: world.instructor.personId } });
    await done(shareProblem(world.instructor, id, world.courseId));
  },
  "pack-imported": importOne,
  "pack-exported": () => done(exportPack(world.instructor, { all: true })),

  "grades-exported": () => done(exportGrades(...course(), "canvas", null, now())),
  "grades-read-by-program": () => done(readGrades(holder(), world.courseId, now())),
  "answers-read-by-program": () => done(readSubmissions(holder(), world.assignmentId, { limit: 10 })),
  "token-made": () =>
    done(makeToken(world.instructor, { name: "T", scopes: ["grade"], courseId: "", days: "7" }, now())),
  "token-revoked": async () => done(revokeToken(world.instructor, await lastId("apiToken"), now())),
};

const holder = () => ({
  viewer: world.instructor,
  courseId: null,
  scopes: ["read:grades", "read:submissions"] as const,
});

/** What the log has of an act. */
function rowsOf(action: string) {
  return database().auditLog.findMany({ where: { action } });
}

describe("each act", () => {
  it.each(Object.entries(doing))("is kept once, without a name, an address or a password: %s", async (action, act) => {
    const before = (await rowsOf(action)).length;
    await act();
    const rows = await rowsOf(action);
    expect(rows.length).toBe(before + 1);
    const [row] = rows.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    expect(row?.subjectKind).toBe(acts[action as ActCode]);
    expect(JSON.stringify(row)).not.toMatch(/@|Test |seven quiet|not this one|Because|Ill[.]/);
    for (const { personId } of [world.instructor, student]) expect(JSON.stringify(row)).not.toContain(personId);
  });
});

describe("an act", () => {
  it("is not kept where what it is about is taken back", async () => {
    const before = await database().auditLog.count();
    const broken = inTransaction(async (transaction) => {
      await recordAct(transaction, { action: "course-made", by: null });
      throw new Error("taken back");
    });
    await expect(broken).rejects.toThrow("taken back");
    expect(await database().auditLog.count()).toBe(before);
  });

  it.each([
    ["a sentence", "She was ill"],
    ["an address", "ada@example.org"],
  ])("is refused with %s for a fact", async (_, fact) => {
    await expect(recordAct(database(), { action: "course-made", by: null, facts: { fact } })).rejects.toThrow(/codes/);
  });

  it("of the same person goes by the same name, and refusals at one account by the same mark", async () => {
    const { email } = await account();
    for (const typed of ["wrong one", "wrong two"]) await signIn(nobody(), { email, password: typed });
    const refusals = await database().auditLog.findMany({
      where: { action: "sign-in-refused" },
      orderBy: { id: "desc" },
      take: 2,
    });
    expect(new Set(refusals.map(({ facts }) => JSON.stringify(facts))).size).toBe(1);
    const acts = await database().auditLog.findMany({ where: { action: "course-made", actorId: { not: null } } });
    expect(new Set(acts.map(({ actorId }) => actorId)).size).toBeLessThan(acts.length);
  });
});

describe("the log", () => {
  it("is read by the instructors of a course, in words and page by page", async () => {
    const first = await getLog(world.instructor, world.courseId, null);
    if (!first.ok) throw new Error("an instructor reads the log");
    const { rows } = first.value;
    expect(rows).toContainEqual(
      expect.objectContaining({
        who: "Test instructor",
        what: expect.stringMatching(/^changed the role of Test student/),
      }),
    );
    await Promise.all(
      Array.from({ length: 120 }, () =>
        recordAct(database(), { action: "joining-changed", by: null, courseId: world.courseId, facts: { open: true } }),
      ),
    );
    const seen: string[] = [];
    for (let behind: string | null = null; ; ) {
      const page = await getLog(world.instructor, world.courseId, behind);
      if (!page.ok) throw new Error("an instructor reads on");
      seen.push(...page.value.rows.map(({ id }) => id));
      behind = page.value.next;
      if (behind === null) break;
    }
    const all = await database().auditLog.count({ where: { courseId: world.courseId } });
    expect(new Set(seen).size).toBe(all);
    expect(seen.length).toBe(all);
  });

  it("is not there for anybody else; all of it is for admins alone", async () => {
    const [other, admin] = [await somebody("instructor"), await somebody("admin")];
    for (const viewer of [other, student, nobody()])
      expect(await getLog(viewer, world.courseId, null)).toMatchObject({ ok: false });
    expect(await getLog(world.instructor, null, null)).toMatchObject({ error: { code: "not-found" } });
    expect(await getLog(admin, null, null)).toMatchObject({ ok: true });
    expect(await getLog(admin, world.courseId, "nonsense")).toMatchObject({ ok: true });
  });

  it("has a sentence for every act, also where everything is gone", () => {
    for (const sentence of Object.values(sentences)) expect(sentence("something that is gone", {})).not.toBe("");
  });
});
