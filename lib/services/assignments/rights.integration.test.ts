import { beforeAll, describe, expect, it } from "vitest";
import { createCourse } from "../courses/courses";
import { courseInput, enrolled, type Somebody } from "../courses/test-course";
import { nobody, somebody } from "../test-world";
import { getBoard } from "./board";
import {
  createAssignment,
  editAssignment,
  getAssignmentForm,
  publishAssignment,
  removeAssignment,
  withdrawAssignment,
} from "./editing";
import { endExtension, giveExtension, takeLatePass } from "./extensions";
import { getChoice } from "./items";
import { previewAssignment } from "./preview";
import { getAssignment, listAssignments } from "./staff";
import { getMyAssignment, getMyCourse } from "./student";
import { assignmentInput, hoursAfter, opensAt, type TestAssignment, testAssignment } from "./test-assignment";
import { getStudentWork } from "./work";

type Asker = "instructor" | "assistant" | "student" | "outsider" | "visitor";
type Outcome = "ok" | "refused" | "not-found" | "sign-in-needed";

const now = hoursAfter(opensAt, 1);
let world: TestAssignment;
let askers: { readonly [A in Asker]: Somebody | ReturnType<typeof nobody> };

beforeAll(async () => {
  world = await testAssignment();
  askers = {
    instructor: world.instructor,
    assistant: world.assistant,
    student: world.student,
    outsider: await somebody("instructor"),
    visitor: nobody(),
  };
});

const extension = () => ({
  who: `person ${world.student.personId}`,
  dueAt: "2026-11-07T18:00",
  closesAt: "",
  timeFactor: "",
  reason: "",
});

type Ask = (asker: Somebody) => Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>;

/** What each asker gets, in the order of the heads; what is refused is so before anything is looked at. */
const rows: readonly [string, Ask, Outcome, Outcome, Outcome, Outcome, Outcome][] = [
  // what                      how                                                                            instructor assistant  student    outsider     visitor
  [
    "list the assignments",
    (who) => listAssignments(who, world.courseId, now),
    "ok",
    "ok",
    "refused",
    "not-found",
    "not-found",
  ],
  [
    "see an assignment",
    (who) => getAssignment(who, world.assignmentId, now),
    "ok",
    "ok",
    "refused",
    "not-found",
    "not-found",
  ],
  ["watch the board", (who) => getBoard(who, world.assignmentId, now), "ok", "ok", "refused", "not-found", "not-found"],
  [
    "see a student's work",
    (who) => getStudentWork(who, world.assignmentId, world.student.personId, now),
    "ok",
    "ok",
    "refused",
    "not-found",
    "not-found",
  ],
  ["preview", (who) => previewAssignment(who, world.assignmentId), "ok", "ok", "refused", "not-found", "not-found"],
  [
    "extend",
    (who) => giveExtension(who, world.assignmentId, extension()),
    "ok",
    "ok",
    "refused",
    "not-found",
    "not-found",
  ],
  ["choose problems", (who) => getChoice(who, world.courseId), "ok", "refused", "refused", "not-found", "not-found"],
  [
    "make one",
    (who) => createAssignment(who, world.courseId, assignmentInput),
    "ok",
    "refused",
    "refused",
    "not-found",
    "not-found",
  ],
  [
    "open the form",
    (who) => getAssignmentForm(who, world.assignmentId),
    "ok",
    "refused",
    "refused",
    "not-found",
    "not-found",
  ],
  [
    "hide it again, once it is opened",
    (who) => withdrawAssignment(who, world.assignmentId),
    "refused",
    "refused",
    "refused",
    "not-found",
    "not-found",
  ],
  [
    "edit",
    (who) => editAssignment(who, world.assignmentId, assignmentInput, 2),
    "ok",
    "refused",
    "refused",
    "not-found",
    "not-found",
  ],
  [
    "publish",
    (who) => publishAssignment(who, world.assignmentId, now),
    "ok",
    "refused",
    "refused",
    "not-found",
    "not-found",
  ],
  [
    "open it as a student",
    (who) => getMyAssignment(who, world.assignmentId, now),
    "refused",
    "refused",
    "ok",
    "not-found",
    "sign-in-needed",
  ],
  [
    "open the course as a student",
    (who) => getMyCourse(who, world.courseId, now),
    "refused",
    "refused",
    "ok",
    "not-found",
    "sign-in-needed",
  ],
  [
    "use a late pass",
    (who) => takeLatePass(who, world.assignmentId, now),
    "refused",
    "refused",
    "ok",
    "not-found",
    "not-found",
  ],
  ["remove", (who) => removeAssignment(who, world.assignmentId), "ok", "refused", "refused", "not-found", "not-found"],
];

describe.each(["visitor", "outsider", "student", "assistant", "instructor"] as const)("as %s", (asker) => {
  const column = ["instructor", "assistant", "student", "outsider", "visitor"].indexOf(asker);
  it.each(rows.map(([what, ask, ...outcomes]) => [what, outcomes[column], ask] as const))(
    "%s: %s",
    async (_, outcome, ask) => {
      const reply = await ask(askers[asker] as Somebody);
      expect(reply.ok ? "ok" : reply.error?.code).toBe(outcome);
    },
  );
});

describe("an assignment of another course", () => {
  it("is not there for an instructor of one's own", async () => {
    const other = await testAssignment();
    const stranger = await somebody("instructor");
    const own = await createCourse(stranger, courseInput);
    expect(own.ok).toBe(true);
    expect(await getAssignment(stranger, other.assignmentId, now)).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
    expect(await endExtension(stranger, crypto.randomUUID(), now)).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("has no extension for somebody who is not in it", async () => {
    const [one, other] = [await testAssignment(), await testAssignment()];
    const reply = await giveExtension(one.instructor, one.assignmentId, {
      who: `person ${other.student.personId}`,
      dueAt: "2026-11-07T18:00",
      closesAt: "",
      timeFactor: "",
      reason: "",
    });
    expect(reply).toMatchObject({ ok: false, error: { fields: { who: {} } } });
    const late = await enrolled(one.courseId);
    expect(await getStudentWork(other.instructor, other.assignmentId, late.personId, now)).toMatchObject({ ok: false });
  });
});
