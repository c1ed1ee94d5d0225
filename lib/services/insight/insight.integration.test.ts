import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { submitAssigned } from "../assignments/answer";
import { getAssignedProblem } from "../assignments/problem";
import {
  answerAt,
  formFor,
  hoursAfter,
  opensAt,
  problemItem,
  problemsOf,
  type TestAssignment,
  testAssignment,
} from "../assignments/test-assignment";
import type { Somebody } from "../courses/test-course";
import { addRule, endRule, type RuleInput } from "../feedback-rules";
import { drawnProblem, gradientProblem, lengthProblem, somebody } from "../test-world";
import { getCourseInsight } from "./course";
import { getProblemInsight } from "./problem";

afterAll(closeDatabase);

const items = [problemItem("quadratic-form"), problemItem("squared-length")];
const hour = (count: number) => hoursAfter(opensAt, count);

/** Ada is right at once; Bob makes a slip and mends it; Cem and Dee are stuck, with one answer written in two ways. */
async function classOf4(): Promise<TestAssignment> {
  const world = await testAssignment({ items }, 4);
  const [ada, bob, cem, dee] = world.students;
  const say = async (student: Somebody | undefined, which: number, texts: readonly string[]) => {
    if (!student) return;
    const ids = await problemsOf(student, world.assignmentId);
    for (const [at, text] of texts.entries()) await answerAt(student, ids[which] ?? "", text, hour(2 + at));
  };
  await say(ada, 0, ["(A + A')*x"]);
  await say(ada, 1, ["2*x"]);
  await say(bob, 0, ["2*A*x", "(A + A')*x"]);
  await say(cem, 0, ["A*x + A*x", "2 A x", "A*x"]);
  await say(dee, 0, ["2*A*x", "x*", "2*x'*A'", "2*A*x"]);
  return world;
}

describe("insight into a class", () => {
  let world: TestAssignment;
  beforeAll(async () => {
    world = await classOf4();
  });

  it("tells how each problem went, the hardest first", async () => {
    const insight = await getCourseInsight(world.instructor, world.courseId, {}, hour(24));
    expect(insight.ok && insight.value.items).toEqual([
      {
        problemId: "quadratic-form",
        title: "A quadratic form",
        students: 4,
        first: 0.25,
        end: 0.5,
        discrimination: null,
        attempts: 9 / 4,
        seconds: expect.any(Number),
      },
      expect.objectContaining({ problemId: "squared-length", students: 1, first: 1, end: 1, attempts: 1 }),
    ]);
  });

  it("tells the slips by how many make them, who is stuck of late, and who has which skill", async () => {
    const insight = await getCourseInsight(world.assistant, world.courseId, { order: "weakest" }, hour(24));
    if (!insight.ok) throw new Error(insight.error.message);
    const { slips, stuck, heat, mayRegrade } = insight.value;
    expect(slips[0]).toMatchObject({
      name: "A symmetry that is not given",
      people: 3,
      problem: { id: "quadratic-form" },
    });
    expect(new Set(stuck.map(({ personId, attempts }) => `${personId} ${attempts}`))).toEqual(
      new Set([`${world.students[2]?.personId} 3`, `${world.students[3]?.personId} 3`]),
    );
    expect(heat.skills).toEqual([
      { id: "collect-partials", ability: "collect partial derivatives", topic: "Gradient" },
    ]);
    expect(heat.rows.at(-1)?.personId).toBe(world.students[0]?.personId);
    expect(mayRegrade).toBe(false);
    const later = await getCourseInsight(world.instructor, world.courseId, {}, hour(24 * 30));
    expect(later.ok && later.value.stuck).toEqual([]);
  });

  it("puts wrong answers of one value together, whoever wrote them how", async () => {
    const insight = await getProblemInsight(world.assistant, { problemId: "quadratic-form", courseId: world.courseId });
    if (!insight.ok) throw new Error(insight.error.message);
    const { clusters, wrong, mayMakeRules, mayRegrade } = insight.value;
    expect(wrong).toBe(7);
    const told = clusters.map(({ answer, people, answers, writings }) => [answer, people, answers, writings]);
    expect(told[0]).toEqual(["2 * A * x", 3, 5, 2]);
    expect(told.slice(1).toSorted()).toEqual([
      ["2 * x' * A'", 1, 1, 1],
      ["A * x", 1, 1, 1],
    ]);
    expect([mayMakeRules, mayRegrade]).toEqual([false, false]);
  });

  it("is for those who see the work of the course", async () => {
    const place = { problemId: "quadratic-form", courseId: world.courseId };
    const [student = world.assistant] = world.students;
    for (const [viewer, code] of [
      [student, "refused"],
      [await somebody("instructor"), "not-found"],
    ] as const) {
      for (const reply of [await getCourseInsight(viewer, world.courseId), await getProblemInsight(viewer, place)]) {
        expect(reply).toMatchObject({ ok: false, error: { code } });
      }
    }
    expect(await getProblemInsight(world.instructor, { ...place, problemId: "drawn-power" })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });
});

describe("a feedback rule", () => {
  const ruled = async (change: Partial<RuleInput> = {}, bank?: readonly object[]) => {
    const problemId = change.problemId ?? "quadratic-form";
    const world = await testAssignment({ items: [problemItem(problemId)] }, 2, bank);
    const place = { problemId, courseId: world.courseId };
    const made = await addRule(world.instructor, {
      ...place,
      answer: "2*A*x",
      message: "Is $A$ symmetric?",
      ...change,
    });
    const [id = ""] = await problemsOf(world.student, world.assignmentId);
    const say = async (text: string, at: number) => {
      const reply = await answerAt(world.student, id, text, hour(at));
      return reply.ok ? reply.value.answer.graded?.feedback.remark : reply.error.code;
    };
    return { world, place, made, say, id };
  };

  it("is said to answers of its value, however they are written, and to no others", async () => {
    const { say, made } = await ruled();
    expect(made.ok).toBe(true);
    expect(await say("2*A*x", 1)).toBe("Is $A$ symmetric?");
    expect(await say("A*x + A*x", 2)).toBe("Is $A$ symmetric?");
    expect(await say("A*x", 3)).toBeUndefined();
    expect(await say("(A + A')*x", 4)).toBeUndefined();
  });

  it("is not said any more once it has ended, and not in other courses", async () => {
    const { world, made, say, place } = await ruled();
    const other = await testAssignment({ items: [problemItem("quadratic-form")] });
    const [id = ""] = await problemsOf(other.student, other.assignmentId);
    const elsewhere = await answerAt(other.student, id, "2*A*x", hour(1));
    expect(elsewhere.ok && elsewhere.value.answer.graded?.feedback.remark).toBeUndefined();
    expect(await say("2*A*x", 1)).toBe("Is $A$ symmetric?");
    const listed = await getProblemInsight(world.instructor, place);
    expect(listed).toMatchObject({ ok: true, value: { rules: [{ answer: "2*A*x", met: 1, everywhere: false }] } });
    await endRule(world.instructor, made.ok ? made.value.ruleId : "");
    expect(await say("2*A*x", 2)).toBeUndefined();
    expect(await getProblemInsight(world.instructor, place)).toMatchObject({ ok: true, value: { rules: [] } });
  });

  it("speaks of what each student was given", async () => {
    const change = { problemId: "drawn-power", answer: "@a*x^@low", message: "Where is the $@k$?" };
    const { say, made, id } = await ruled(change, [drawnProblem]);
    expect(made.ok).toBe(true);
    const { drawn } = await (async () => {
      await say("x", 1);
      return database().submission.findFirstOrThrow({ where: { assignedId: id } });
    })();
    const { a, low } = drawn as Record<string, number>;
    expect(await say(`${a}*x^${low}`, 2)).toBe("Where is the $@k$?");
    expect(await say(`${(a ?? 0) + 1}*x^${low}`, 3)).toBeUndefined();
  });

  it("tells nothing where a verdict is held back", async () => {
    const { world, id } = await ruled();
    await database().assignment.update({ where: { id: world.assignmentId }, data: { shownOpen: "verdict" } });
    const reply = await submitAssigned(world.student, await formFor(world.student, id, "2*A*x"), hour(2));
    expect(JSON.stringify(reply)).not.toContain("symmetric");
    expect(JSON.stringify(await getAssignedProblem(world.student, id, hour(3)))).not.toContain("symmetric");
  });

  it.each<[string, Partial<RuleInput>, object]>([
    ["cannot be read", { answer: "2*A*(" }, { answer: expect.anything() }],
    ["names what is not there", { answer: "2*q" }, { answer: expect.anything() }],
    ["is right", { answer: "(A' + A)*x" }, { answer: { message: "This answer is right. A rule is for wrong ones." } }],
    ["is nothing", { answer: " ", message: "" }, { answer: expect.anything(), message: expect.anything() }],
    [
      "is too long",
      { answer: "x+".repeat(300), message: "y".repeat(3000) },
      { answer: expect.anything(), message: expect.anything() },
    ],
  ])("is refused where its answer %s", async (_, change, fields) => {
    const { made } = await ruled(change);
    expect(made).toMatchObject({ ok: false, error: { code: "refused", fields } });
  });

  it("is made once, by instructors of the course; everywhere by admins and the problem's author", async () => {
    const { world, place } = await ruled({}, [gradientProblem, lengthProblem]);
    const input = { ...place, answer: "2 * A * x", message: "Again?" };
    expect(await addRule(world.instructor, input)).toMatchObject({ ok: false, error: { code: "refused" } });
    const other = { ...input, answer: "A*x" };
    expect(await addRule(world.assistant, other)).toMatchObject({ ok: false, error: { code: "refused" } });
    expect(await addRule(world.student, other)).toMatchObject({ ok: false, error: { code: "refused" } });
    expect(await addRule(await somebody("instructor"), other)).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
    const everywhere = { ...other, courseId: null };
    expect(await addRule(world.instructor, everywhere)).toMatchObject({ ok: false, error: { code: "not-found" } });
    const made = await addRule(await somebody("admin"), everywhere);
    expect(made.ok).toBe(true);
    const ruleId = made.ok ? made.value.ruleId : "";
    expect(await endRule(world.instructor, ruleId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await endRule(await somebody("admin"), ruleId)).toMatchObject({ ok: true });
    expect(await endRule(world.instructor, "x")).toMatchObject({ ok: false, error: { code: "not-found" } });
  });
});
