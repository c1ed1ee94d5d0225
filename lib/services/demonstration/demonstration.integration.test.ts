import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../../store";
import { loadBank } from "../bank";
import { type Demonstration, makeDemonstration } from "./demonstration";

const options = { students: 6, now: new Date("2026-11-20T12:00:00Z"), seed: "test" };

describe("the demonstration course", () => {
  let made: Demonstration | null;
  beforeAll(async () => {
    await loadBank(join(process.cwd(), "prisma", "bank"));
    made = await makeDemonstration(options);
  });

  it("has answers that arrived before now, each with a grade", async () => {
    const where = { assigned: { is: { assignment: { is: { courseId: made?.courseId ?? "" } } } } };
    const rows = await database().submission.findMany({ where, include: { grades: true, assigned: true } });
    expect(rows).toHaveLength(made?.submissions ?? -1);
    expect(rows.length).toBeGreaterThan(0);
    for (const { createdAt, grades } of rows) {
      expect(createdAt.getTime()).toBeLessThan(options.now.getTime());
      expect(grades).toHaveLength(1);
    }
  });

  it("has people who have no way in", async () => {
    const people = await database().enrolment.findMany({
      where: { courseId: made?.courseId ?? "" },
      include: { person: true },
    });
    expect(people).toHaveLength(options.students + 4);
    expect(people.every(({ person }) => person.passwordHash === null && person.email?.endsWith(".invalid"))).toBe(true);
  });

  it("is made once", async () => {
    expect(await makeDemonstration(options)).toBeNull();
  });
});
