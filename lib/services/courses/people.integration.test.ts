import { afterAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase, database } from "../../store";
import {
  archiveCourse,
  bringBack,
  changeRole,
  findByCode,
  getPeople,
  joinCourse,
  moveToSection,
  nameSection,
  openJoining,
  removePerson,
  removeSection,
  replaceJoinCode,
} from "../index";
import { nobody, somebody } from "../test-world";
import { newJoinCode, readJoinCode } from "./join-code";
import { enrolled, testCourse, testSection } from "./test-course";

afterAll(closeDatabase);

const now = new Date("2026-11-21T10:00:00Z");

async function people(viewer: Viewer, courseId: string) {
  const reply = await getPeople(viewer, courseId);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

async function invite(courseId: string, email: string, more: object = {}) {
  await database().invitation.create({ data: { courseId, email, name: "Ada", ...more } });
}

describe("a join code", () => {
  it("is read however it was typed", () => {
    for (const typed of ["ACDEFGHJ", "acde-fghj", " acde fghj ", "ACDE–FGHJ"])
      expect(readJoinCode(typed)).toBe("ACDEFGHJ");
    for (const typed of ["", "ACDEFGH", "ACDE-FGHO", "ACDEFGHJK", "ACDEFGHé", "x".repeat(9_999)])
      expect(readJoinCode(typed)).toBeNull();
  });

  it("has no letters that look alike, and can always be read back", () => {
    for (let from = 0; from < 23; from++) {
      const code = newJoinCode((end) => from % end);
      expect(code).not.toMatch(/[01258BILOSUVZ]/);
      expect(readJoinCode(code)).toBe(code);
    }
  });
});

describe("joining", () => {
  it("shows a visitor the course's name, and makes a student of whoever signs in", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    expect(await findByCode(nobody(), joinCode)).toMatchObject({ value: { title: "Matrix calculus", role: null } });
    expect(await joinCourse(nobody(), joinCode)).toMatchObject({ error: { code: "sign-in-needed" } });

    const student = await somebody();
    expect(await joinCourse(student, joinCode.toLowerCase())).toEqual({ ok: true, value: { courseId } });
    expect(await findByCode(student, joinCode)).toMatchObject({ value: { role: "student" } });
    const found = (await people(instructor, courseId)).people.find(({ personId }) => personId === student.personId);
    expect(found).toMatchObject({ role: "student", section: null, leftAt: null });
  });

  it("joins once, however often and however many at once", async () => {
    const { courseId, joinCode } = await testCourse(0);
    const students = await Promise.all(Array.from({ length: 12 }, () => somebody()));
    const replies = await Promise.all(
      students.flatMap((student) => [joinCourse(student, joinCode), joinCourse(student, joinCode)]),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await database().enrolment.count({ where: { courseId, role: "student" } })).toBe(12);
  });

  it("is refused while it is closed, in an archived course, and by a code that was replaced", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    const student = await somebody();
    await openJoining(instructor, courseId, false);
    expect(await joinCourse(student, joinCode)).toMatchObject({ error: { message: /Joining is closed/ } });
    await openJoining(instructor, courseId, true);
    await archiveCourse(instructor, courseId, now);
    expect(await joinCourse(student, joinCode)).toMatchObject({ error: { message: /over/ } });
    await archiveCourse(instructor, courseId, null);
    await replaceJoinCode(instructor, courseId);
    expect(await joinCourse(student, joinCode)).toMatchObject({ error: { code: "refused", fields: { code: {} } } });
    expect(await database().enrolment.count({ where: { courseId, role: "student" } })).toBe(0);
  });

  it("lets nobody try codes one after another, and counts no code that is right", async () => {
    const { joinCode } = await testCourse(0);
    const student = await somebody();
    for (let turn = 0; turn < 25; turn++) expect((await findByCode(student, joinCode)).ok).toBe(true);
    for (let turn = 0; turn < 20; turn++)
      expect(await findByCode(student, "AAAA-AAAA")).toMatchObject({ error: { code: "refused" } });
    expect(await findByCode(student, joinCode)).toMatchObject({ error: { code: "too-many" } });
  });

  it("leaves out who was taken out, until they are brought back", async () => {
    const { courseId, joinCode, instructor, students } = await testCourse(1);
    const [student = nobody()] = students;
    await removePerson(instructor, courseId, student.personId ?? "", now);
    expect(await joinCourse(student, joinCode)).toMatchObject({ error: { message: /took you out/ } });
    await bringBack(instructor, courseId, student.personId ?? "");
    expect((await joinCourse(student, joinCode)).ok).toBe(true);
  });

  it("knows an address of the roster and brings its section along", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    const sectionId = await testSection(courseId, "Monday");
    const student = await somebody();
    await invite(courseId, student.email, { sectionId, externalId: "s-17" });
    expect((await people(instructor, courseId)).invitations).toHaveLength(1);
    await joinCourse(student, joinCode);
    const { people: all, invitations } = await people(instructor, courseId);
    expect(invitations).toEqual([]);
    expect(all.find(({ personId }) => personId === student.personId)).toMatchObject({
      section: { name: "Monday" },
      externalId: "s-17",
      invitedAs: null,
    });
  });

  it("makes nobody an assistant for an address alone: an instructor is asked", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    const claimant = await somebody();
    await invite(courseId, claimant.email, { role: "assistant" });
    await joinCourse(claimant, joinCode);
    expect(await getPeople(claimant, courseId)).toMatchObject({ error: { code: "refused" } });
    const waiting = (await people(instructor, courseId)).people.find(({ personId }) => personId === claimant.personId);
    expect(waiting).toMatchObject({ role: "student", invitedAs: "assistant" });
    const messages = await database().message.findMany({ where: { personId: instructor.personId } });
    expect(messages).toMatchObject([{ link: `/teach/courses/${courseId}/people/${claimant.personId}` }]);

    await changeRole(instructor, courseId, claimant.personId, "assistant");
    const settled = (await people(claimant, courseId)).people.find(({ personId }) => personId === claimant.personId);
    expect(settled).toMatchObject({ role: "assistant", invitedAs: null });
  });
});

describe("the last instructor", () => {
  it("is neither demoted nor taken out", async () => {
    const { courseId, instructor } = await testCourse(0);
    for (const role of ["student", "assistant"] as const)
      expect(await changeRole(instructor, courseId, instructor.personId, role)).toMatchObject({ ok: false });
    expect(await removePerson(instructor, courseId, instructor.personId, now)).toMatchObject({ ok: false });
  });

  it("stays when two instructors demote each other at once", async () => {
    const { courseId, instructor } = await testCourse(0);
    const other = await enrolled(courseId, "instructor");
    await Promise.all([
      changeRole(instructor, courseId, other.personId, "student"),
      changeRole(other, courseId, instructor.personId, "student"),
      removePerson(instructor, courseId, other.personId, now),
    ]);
    expect(await database().enrolment.count({ where: { courseId, role: "instructor", leftAt: null } })).toBe(1);
  });
});

describe("sections", () => {
  it("are made, renamed and removed; their people stay in the course", async () => {
    const { courseId, instructor, students } = await testCourse(2);
    const made = await nameSection(instructor, courseId, "  Group   10 ");
    if (!made.ok) throw new Error(made.error.message);
    const { sectionId } = made.value;
    const ids = students.map(({ personId }) => personId);
    expect(await moveToSection(instructor, courseId, ids, sectionId)).toMatchObject({ value: { moved: 2 } });
    await nameSection(instructor, courseId, "Group 2");
    expect((await people(instructor, courseId)).sections).toMatchObject([
      { name: "Group 2", people: 0 },
      { name: "Group 10", people: 2 },
    ]);
    await nameSection(instructor, courseId, "Group 11", sectionId);
    await removeSection(instructor, courseId, sectionId);
    const after = await people(instructor, courseId);
    expect(after.sections).toMatchObject([{ name: "Group 2" }]);
    expect(after.people.filter(({ role }) => role === "student")).toMatchObject([{ section: null }, { section: null }]);
  });

  it("have names of their own, however they are written", async () => {
    const { courseId, instructor } = await testCourse(0);
    await nameSection(instructor, courseId, "Monday");
    for (const name of ["Monday", " monday ", "", "x".repeat(61)])
      expect(await nameSection(instructor, courseId, name)).toMatchObject({ error: { code: "refused" } });
    const twins = await Promise.all([nameSection(instructor, courseId, "B"), nameSection(instructor, courseId, "b")]);
    expect(twins.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("of another course are out of reach", async () => {
    const [mine, other] = [await testCourse(1), await testCourse(0)];
    const foreign = await testSection(other.courseId, "Theirs");
    const ids = mine.students.map(({ personId }) => personId);
    for (const reply of [
      await moveToSection(mine.instructor, mine.courseId, ids, foreign),
      await removeSection(mine.instructor, mine.courseId, foreign),
      await nameSection(mine.instructor, mine.courseId, "Mine", foreign),
      await changeRole(mine.instructor, mine.courseId, other.instructor.personId, "student"),
    ])
      expect(reply).toMatchObject({ error: { code: "not-found" } });
    expect(await moveToSection(mine.instructor, mine.courseId, [other.instructor.personId], null)).toMatchObject({
      value: { moved: 0 },
    });
  });
});
