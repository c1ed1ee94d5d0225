import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../../auth";
import { closeDatabase, database } from "../../../store";
import { asOwner } from "../../../store/testing/owner";
import {
  applyRoster,
  changeRole,
  discardRoster,
  getPeople,
  getRosterPlan,
  joinCourse,
  keepRoster,
  type RosterPlanView,
} from "../../index";
import { nobody, somebody } from "../../test-world";
import { testCourse } from "../test-course";

afterAll(closeDatabase);

const now = new Date("2026-11-21T10:00:00Z");

/** Somebody with an account and a name of their own. */
async function named(name: string) {
  const person = await somebody();
  await database().person.update({ where: { id: person.personId }, data: { name } });
  return { ...person, name };
}

async function look(viewer: Viewer, courseId: string, text: string): Promise<RosterPlanView> {
  const kept = await keepRoster(viewer, courseId, text, now);
  if (!kept.ok) throw new Error(kept.error.message);
  const plan = await getRosterPlan(viewer, courseId, kept.value.rosterId);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

const apply = (viewer: Viewer, { course, rosterId, mark }: RosterPlanView, taken: readonly number[] = []) =>
  applyRoster(viewer, course.id, rosterId, { mark, taken });

const outcomes = ({ rows }: RosterPlanView) => rows.map(({ outcome }) => outcome);

async function counts(courseId: string) {
  const where = { courseId };
  return [await database().enrolment.count({ where }), await database().invitation.count({ where })];
}

describe("a roster", () => {
  it("is shown before it does anything, does what was shown, and then has nothing left to do", async () => {
    const { courseId, instructor, students } = await testCourse(1);
    const known = await named("Ada Lovelace");
    const text = [
      "Name;Email;Section;Role;ID",
      `Lovelace, Ada;${known.email.toUpperCase()};Monday;student;s-1`,
      `;${students[0]?.email};Tuesday;;s-2`,
      `Emmy Noether;emmy-${v7()}@example.org;monday;;s-3`,
      "Nobody;not an address;Monday;;",
      `Twice;${known.email};Friday;;`,
    ].join("\n");
    const before = await counts(courseId);
    const plan = await look(instructor, courseId, text);
    expect(outcomes(plan)).toEqual(["ambiguous", "here", "new", "refused", "refused"]);
    expect(plan.newSections).toEqual(["Monday", "Tuesday"]);
    expect(await counts(courseId)).toEqual(before);

    expect(await apply(instructor, plan, [0])).toEqual({ ok: true, value: { enrolled: 1, changed: 1, invited: 1 } });
    const people = await getPeople(instructor, courseId);
    if (!people.ok) throw new Error(people.error.message);
    const find = (email?: string) => people.value.people.find((person) => person.email === email);
    expect(find(known.email)).toMatchObject({ section: { name: "Monday" }, externalId: "s-1", role: "student" });
    expect(find(students[0]?.email)).toMatchObject({ section: { name: "Tuesday" }, externalId: "s-2" });
    expect(people.value.invitations).toMatchObject([{ name: "Emmy Noether", section: "Monday" }]);
    expect(people.value.sections.map(({ name }) => name)).toEqual(["Monday", "Tuesday"]);

    const again = await look(instructor, courseId, text);
    expect(again.rows.filter(({ does }) => does)).toEqual([]);
  });

  it("does nothing where the course has changed since it was shown", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    const comer = await named("Ada Lovelace");
    const plan = await look(instructor, courseId, `email\n${comer.email}\nemmy-${v7()}@example.org`);
    expect(outcomes(plan)).toEqual(["matched", "new"]);
    await joinCourse(comer, joinCode);
    const before = await counts(courseId);
    expect(await apply(instructor, plan)).toMatchObject({ error: { message: /has changed since/ } });
    expect(await counts(courseId)).toEqual(before);
    const now = await getRosterPlan(instructor, courseId, plan.rosterId);
    expect(now.ok && outcomes(now.value)).toEqual(["here", "new"]);
    expect(now.ok && (await apply(instructor, now.value))).toMatchObject({ value: { invited: 1 } });
  });

  it("is applied once, however often the button is pressed", async () => {
    const { courseId, instructor } = await testCourse(0);
    const plan = await look(instructor, courseId, `a-${v7()}@example.org`);
    const replies = await Promise.all([1, 2, 3].map(() => apply(instructor, plan)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await counts(courseId))[1]).toBe(1);
  });

  it("takes of the ambiguous rows those alone that somebody took, and never a refused one", async () => {
    const { courseId, instructor } = await testCourse(0);
    const [mallory, other] = [await named("Mallory"), await named("Trent")];
    const text = `name,email\nBob,${mallory.email}\nCarol,${other.email}\nBad,=1+1`;
    const plan = await look(instructor, courseId, text);
    expect(outcomes(plan)).toEqual(["ambiguous", "ambiguous", "refused"]);
    expect(await apply(instructor, plan, [1, 2, 99])).toMatchObject({ value: { enrolled: 1 } });
    const enrolled = await database().enrolment.findMany({ where: { courseId, role: "student" } });
    expect(enrolled.map(({ personId }) => personId)).toEqual([other.personId]);
  });

  it("lets nobody in for an address alone: whoever signs up with it later needs the link too", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    const email = `late-${v7()}@example.org`;
    await apply(instructor, await look(instructor, courseId, email));
    const late = await somebody();
    await database().person.update({ where: { id: late.personId }, data: { email } });
    // Handed in again, the roster still waits for them to join.
    await apply(instructor, await look(instructor, courseId, `email,section\n${email},Monday`));
    expect(await database().enrolment.count({ where: { personId: late.personId } })).toBe(0);
    await joinCourse({ ...late, email }, joinCode);
    const found = await database().enrolment.findFirst({
      where: { personId: late.personId },
      include: { section: true },
    });
    expect(found?.section?.name).toBe("Monday");
  });

  it("gives a role that waited for somebody's word, once it is given", async () => {
    const { courseId, joinCode, instructor } = await testCourse(0);
    const email = `tutor-${v7()}@example.org`;
    const text = `email,role\n${email},assistant`;
    await apply(instructor, await look(instructor, courseId, text));
    const tutor = await somebody();
    await database().person.update({ where: { id: tutor.personId }, data: { email } });
    await joinCourse({ ...tutor, email }, joinCode);
    const plan = await look(instructor, courseId, text);
    expect(outcomes(plan)).toEqual(["ambiguous"]);
    await apply(instructor, plan, [0]);
    expect(await database().enrolment.findFirst({ where: { personId: tutor.personId } })).toMatchObject({
      role: "assistant",
    });
    expect((await counts(courseId))[1]).toBe(0);
  });

  it("of ten thousand rows is applied as a whole", async () => {
    const { courseId, instructor } = await testCourse(0);
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `Person ${n},p${n}-${courseId}@example.org,Section ${n % 50},s${n}`,
    );
    const plan = await look(instructor, courseId, `name,email,section,id\n${rows.join("\n")}`);
    expect(await apply(instructor, plan)).toEqual({ ok: true, value: { enrolled: 0, changed: 0, invited: 10_000 } });
    const again = await look(instructor, courseId, `name,email,section,id\n${rows.join("\n")}`);
    expect(again.rows.some(({ does }) => does)).toBe(false);
  }, 60_000);

  it("that breaks while it is written leaves nothing behind", async () => {
    const { courseId, instructor } = await testCourse(0);
    const plan = await look(
      instructor,
      courseId,
      `email,section\na-${v7()}@example.org,Monday\nb-${v7()}@example.org,Monday`,
    );
    await asOwner("ALTER TABLE invitation ADD CONSTRAINT breaks CHECK (name <> '') NOT VALID");
    try {
      await expect(apply(instructor, plan)).rejects.toThrow();
    } finally {
      await asOwner("ALTER TABLE invitation DROP CONSTRAINT breaks");
    }
    expect((await counts(courseId))[1]).toBe(0);
    expect(await database().section.count({ where: { courseId } })).toBe(0);
    expect(await apply(instructor, plan)).toMatchObject({ value: { invited: 2 } });
  });
});

describe("whoever may not edit a roster", () => {
  it("neither hands one in nor looks at one nor applies it", async () => {
    const { courseId, instructor, assistant, students } = await testCourse(1);
    const other = await testCourse(0);
    const plan = await look(instructor, courseId, `a-${v7()}@example.org`);
    const { rosterId, mark } = plan;
    for (const viewer of [assistant, students[0] ?? nobody(), other.instructor, nobody()]) {
      expect((await keepRoster(viewer, courseId, "a@example.org", now)).ok).toBe(false);
      expect((await getRosterPlan(viewer, courseId, rosterId)).ok).toBe(false);
      expect((await applyRoster(viewer, courseId, rosterId, { mark, taken: [] })).ok).toBe(false);
      expect((await discardRoster(viewer, courseId, rosterId)).ok).toBe(false);
    }
    // A roster belongs to its course.
    expect((await getRosterPlan(other.instructor, other.courseId, rosterId)).ok).toBe(false);
    expect((await apply(instructor, plan)).ok).toBe(true);
  });

  it("does not by having handed it in before", async () => {
    const { courseId, instructor } = await testCourse(0);
    const second = await somebody("instructor");
    await database().enrolment.create({ data: { courseId, personId: second.personId, role: "instructor" } });
    const plan = await look(second, courseId, `a-${v7()}@example.org`);
    await changeRole(instructor, courseId, second.personId, "assistant");
    expect(await apply(second, plan)).toMatchObject({ error: { code: "refused" } });
  });
});

describe("a roster that nobody goes on with", () => {
  it("is thrown away, or forgotten after a day", async () => {
    const { courseId, instructor } = await testCourse(0);
    const [one, two] = [
      await look(instructor, courseId, "a@example.org"),
      await look(instructor, courseId, "b@example.org"),
    ];
    await discardRoster(instructor, courseId, one.rosterId);
    expect(await database().rosterDraft.count({ where: { courseId } })).toBe(1);
    await keepRoster(instructor, courseId, "c@example.org", new Date(now.getTime() + 25 * 3_600_000));
    expect(await getRosterPlan(instructor, courseId, two.rosterId)).toMatchObject({ error: { code: "not-found" } });
  });

  it.each(["", "\n\n", "email,name", 'email\n"a@example.org', "\0"])(
    "is not even kept where it cannot be read: %j",
    async (text) => {
      const { courseId, instructor } = await testCourse(0);
      expect((await keepRoster(instructor, courseId, text, now)).ok).toBe(text === "\0");
    },
  );
});
