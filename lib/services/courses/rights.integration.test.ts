import { afterAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase, database } from "../../store";
import {
  archiveCourse,
  bringBack,
  changeRole,
  createCourse,
  editCourse,
  getCourse,
  getCourseOverview,
  getPeople,
  listTaughtCourses,
  moveToSection,
  nameSection,
  openJoining,
  placesOf,
  removePerson,
  removeSection,
  replaceJoinCode,
  withdrawInvitation,
} from "../index";
import type { Reply } from "../reply";
import { guest, nobody, somebody } from "../test-world";
import { courseRights, may, memberOf } from "./rights";
import { courseInput, enrolled, type TestCourse, testCourse } from "./test-course";

afterAll(closeDatabase);

type Ask = (viewer: Viewer, world: TestCourse) => Reply<unknown>;

const now = new Date("2026-11-21T10:00:00Z");
let names = 0;
const newName = () => `Section ${names++}`;
const pupil = ({ students }: TestCourse) => students[0]?.personId ?? "";

const forStaff: Readonly<Record<string, Ask>> = {
  getCourse: (viewer, { courseId }) => getCourse(viewer, courseId),
  getCourseOverview: (viewer, { courseId }) => getCourseOverview(viewer, courseId),
  getPeople: (viewer, { courseId }) => getPeople(viewer, courseId),
};

const forInstructors: Readonly<Record<string, Ask>> = {
  editCourse: (viewer, { courseId }) => editCourse(viewer, courseId, courseInput),
  openJoining: (viewer, { courseId }) => openJoining(viewer, courseId, true),
  replaceJoinCode: (viewer, { courseId }) => replaceJoinCode(viewer, courseId),
  changeRole: (viewer, world) => changeRole(viewer, world.courseId, pupil(world), "student"),
  moveToSection: (viewer, world) => moveToSection(viewer, world.courseId, [pupil(world)], null),
  nameSection: (viewer, { courseId }) => nameSection(viewer, courseId, newName()),
  removeSection: async (viewer, { instructor, courseId }) => {
    const made = await nameSection(instructor, courseId, newName());
    return removeSection(viewer, courseId, made.ok ? made.value.sectionId : "");
  },
  removePerson: (viewer, world) => removePerson(viewer, world.courseId, pupil(world), now),
  bringBack: (viewer, world) => bringBack(viewer, world.courseId, pupil(world)),
  withdrawInvitation: (viewer, { courseId }) => withdrawInvitation(viewer, courseId, "nobody@example.org"),
  archiveCourse: (viewer, { courseId }) => archiveCourse(viewer, courseId, null),
};

const outcome = async (reply: Awaited<Reply<unknown>>) => (reply.ok ? "ok" : reply.error.code);

describe.each(Object.entries(forStaff))("%s", (_name, ask) => {
  it("is for those who teach in the course", async () => {
    const world = await testCourse(1);
    expect(await outcome(await ask(world.instructor, world))).toBe("ok");
    expect(await outcome(await ask(world.assistant, world))).toBe("ok");
    expect(await outcome(await ask(await somebody("admin"), world))).toBe("ok");
    for (const student of world.students) expect(await outcome(await ask(student, world))).toBe("refused");
    await expectHidden(ask, world);
  });
});

describe.each(Object.entries(forInstructors))("%s", (_name, ask) => {
  it("is for the instructors of the course", async () => {
    const world = await testCourse(1);
    expect(await outcome(await ask(world.assistant, world))).toBe("refused");
    for (const student of world.students) expect(await outcome(await ask(student, world))).toBe("refused");
    await expectHidden(ask, world);
    expect(await outcome(await ask(world.instructor, world))).toBe("ok");
    expect(await outcome(await ask(await somebody("admin"), world))).toBe("ok");
  });
});

/** For who is not in the course, and for who has left it, there is none. */
async function expectHidden(ask: Ask, world: TestCourse): Promise<void> {
  const other = await testCourse(1);
  const gone = await enrolled(world.courseId, "instructor");
  await database().enrolment.updateMany({ where: { personId: gone.personId }, data: { leftAt: now } });
  for (const viewer of [nobody(), guest(), await somebody(), other.instructor, gone])
    expect(await outcome(await ask(viewer, world))).toBe("not-found");
  for (const courseId of ["", "x", "0'; drop table course", "00000000-0000-7000-8000-000000000000"])
    expect(await outcome(await ask(world.instructor, { ...world, courseId }))).not.toBe("ok");
}

describe("rights", () => {
  it("grow from student to assistant to instructor", () => {
    const { student, assistant, instructor } = courseRights;
    expect(assistant).toEqual(expect.arrayContaining([...student]));
    expect(instructor).toEqual(expect.arrayContaining([...assistant]));
    expect(may({ role: "assistant" }, "edit-roster")).toBe(false);
    expect(may({ role: "student" }, "see-work")).toBe(false);
  });

  it("are those of the moment: who is demoted has lost them with the next request", async () => {
    const { courseId, instructor, assistant } = await testCourse(0);
    expect((await getPeople(assistant, courseId)).ok).toBe(true);
    await changeRole(instructor, courseId, assistant.personId, "student");
    expect(await getPeople(assistant, courseId)).toMatchObject({ error: { code: "refused" } });
    await removePerson(instructor, courseId, assistant.personId, now);
    expect(await memberOf(assistant, courseId)).toBeNull();
  });
});

describe("a new course", () => {
  it("is made by those who teach, and by nobody else", async () => {
    for (const viewer of [nobody(), guest(), await somebody()])
      expect(await createCourse(viewer, courseInput)).toMatchObject({ error: { code: "not-found" } });
    expect((await createCourse(await somebody("admin"), courseInput)).ok).toBe(true);
  });

  it("has its maker as instructor, and stands in their list alone", async () => {
    const { courseId, instructor, assistant } = await testCourse(3);
    expect(await listTaughtCourses(instructor)).toMatchObject({
      value: [{ id: courseId, role: "instructor", students: 3, assignments: 0 }],
    });
    expect(await listTaughtCourses(assistant)).toMatchObject({ value: [{ id: courseId, role: "assistant" }] });
    expect(await listTaughtCourses(await somebody("instructor"))).toMatchObject({ value: [] });
    expect(await listTaughtCourses(await somebody())).toMatchObject({ error: { code: "not-found" } });
  });

  it("puts its people where the head of the page sends them", async () => {
    const { instructor, assistant, students } = await testCourse(1);
    expect(await placesOf(instructor)).toEqual({ learns: false, teaches: true });
    expect(await placesOf(assistant)).toEqual({ learns: false, teaches: true });
    expect(await placesOf(students[0] ?? nobody())).toEqual({ learns: true, teaches: false });
    expect(await placesOf(nobody())).toEqual({ learns: false, teaches: false });
  });

  it.each([
    ["title", "   ", "Please give a title."],
    ["title", "x".repeat(121), "A title has at most 120 characters."],
    ["policy", "diagonal", "Choose a layout."],
    ["timeZone", "Mars/Olympus", "Choose a time zone from the list."],
    ["latePasses", "-1", "A whole number from 0 to 100."],
    ["latePasses", "1e3", "A whole number from 0 to 100."],
    ["latePassHours", "0", "A whole number of hours from 1 to 1000."],
  ] as const)("is refused with %s %j", async (field, value, message) => {
    const reply = await createCourse(await somebody("instructor"), { ...courseInput, [field]: value });
    expect(reply).toMatchObject({ error: { code: "refused", fields: { [field]: { message } } } });
  });
});
