import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../../store";
import { csvOf } from "../../gradebook/csv";
import { type TestCourse, testCourse } from "../test-course";
import { getRosterPlan, keepRoster } from "./roster";
import { hostileRosters } from "./testing/hostile";

let course: TestCourse;
let now = Date.parse("2026-11-02T07:00:00Z");

beforeAll(async () => {
  course = await testCourse(0);
});
afterAll(closeDatabase);

/** What the roster's own door may not change before it has been looked at. */
async function people() {
  const where = { courseId: course.courseId };
  return [
    await database().enrolment.count({ where }),
    await database().invitation.count({ where }),
    await database().section.count({ where }),
  ];
}

describe("a hostile roster", () => {
  it.each(hostileRosters)("is refused in words or shown row by row, and changes nothing: %s", async (_, file) => {
    const before = await people();
    // Each on an hour of its own, so that the limit on rosters is not what refuses them.
    now += 3_600_000;
    await database().rateLimit.deleteMany();
    const kept = await keepRoster(course.instructor, course.courseId, file, new Date(now));
    if (kept.ok) {
      const plan = await getRosterPlan(course.instructor, course.courseId, kept.value.rosterId);
      expect(plan).toMatchObject({ ok: true });
      if (plan.ok) {
        for (const { line, note, does, text } of plan.value.rows) {
          expect(line).toBeGreaterThan(0);
          if (!does) expect(note).not.toBe("");
          expect(text.length).toBeLessThan(20_000);
        }
      }
    } else expect(kept.error.message).toMatch(/^[A-Z].*[.]$/s);
    expect(await people()).toEqual(before);
    expect(({} as Record<string, unknown>).email).toBeUndefined();
  });
});

describe("a file that is taken out", () => {
  const dangerous = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1+1"];

  it.each(dangerous)("holds nothing that a spreadsheet computes: %j", (text) => {
    for (const line of csvOf([["Name"], [text]])
      .replace("\uFEFF", "")
      .split("\r\n")
      .slice(1, -1)) {
      expect(line.replace(/^"/, "")).not.toMatch(/^\s*[=+\-@\t\r\uFF1D]/);
    }
  });

  it("stays one row a row, whatever stands in a cell", () => {
    const rows = ["a\nb", 'a"b', "a\r\nb", "a,b", "\u2028", "\0"].map((text) => [text, 1]);
    expect(csvOf(rows).split("\r\n")).toHaveLength(rows.length + 1);
  });
});
