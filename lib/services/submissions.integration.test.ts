import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../auth";
import { grade, readProblem } from "../grade";
import { closeDatabase, database, erasePeople } from "../store";
import { getDashboard, getProblem, getTopic, listAttempts, longestAnswer, submitAnswer } from "./index";
import { gradientProblem, guest, lengthProblem, loadTestBank, nobody, somebody } from "./test-world";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

let keys = 0;

async function versionOf(problemId: string): Promise<string> {
  const reply = await getProblem(nobody(), problemId);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.versionId;
}

/** Sends an answer as a page would. */
async function send(
  viewer: Viewer,
  text: string,
  given: { problemId?: string; key?: string; versionId?: string } = {},
) {
  const { problemId = "quadratic-form", key = `key ${keys++}` } = given;
  const versionId = given.versionId ?? (await versionOf(problemId));
  return submitAnswer(viewer, { problemId, versionId, text, syntax: "text", asked: "", idempotencyKey: key });
}

async function sent(...args: Parameters<typeof send>) {
  const reply = await send(...args);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** What something comes to, and how long it took each time: the least is what it costs where nothing else goes on. */
async function timed<T>(times: number, work: () => Promise<T>): Promise<[T, ...number[]]> {
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  if (times <= 1) return [result, took];
  const [, ...more] = await timed(times - 1, work);
  return [result, took, ...more];
}

describe("a sent answer", () => {
  it.each([
    ["(A + A')*x", "right", [false, true], "solved"],
    ["x'*(A + A')", "other-layout", [true, false], "attempted"],
    ["2*A*x", "wrong", [false, false], "attempted"],
    ["A*", "not-counted", [false, false], "new"],
    ["A*y", "not-counted", [false, false], "new"],
    ["A*x'", "not-counted", [false, false], "new"],
  ])("%s comes back as %s, with both layouts", async (text, outcome, flags, state) => {
    const viewer = await somebody();
    const { attempt, state: reached } = await sent(viewer, text);
    expect([attempt.feedback.outcome, [attempt.verdict.numerator, attempt.verdict.denominator], reached]).toEqual([
      outcome,
      flags,
      state,
    ]);
    expect(attempt.verdict.shapes).toEqual({ numerator: "1 × n row", denominator: "n × 1 column" });
  });

  it("is stored with all that a replay needs", async () => {
    const viewer = await somebody();
    const { attempt } = await sent(viewer, " 2 A x ");
    const row = await database().submission.findUniqueOrThrow({ where: { id: attempt.id }, include: { grades: true } });
    expect(row).toMatchObject({
      text: " 2 A x ",
      syntax: "text",
      variant: 0,
      drawn: null,
      parts: null,
      versionId: await versionOf("quadratic-form"),
      ordinal: 1,
    });
    expect(row.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(row.grades).toMatchObject([{ status: "graded", numerator: false, denominator: false, correct: false }]);
    expect(row.grades[0]?.graderVersion).toBe(row.graderVersion);
  });

  it("is graded the same again from what was stored", async () => {
    const viewer = await somebody();
    for (const text of ["2*A*x", "x'*(A + A')", "A*"]) await sent(viewer, text);
    const rows = await database().submission.findMany({
      where: { personId: viewer.personId },
      include: { version: true, grades: true },
    });
    for (const { text, syntax, seed, version, grades } of rows) {
      const key = readProblem({ ...(version.record as object), layout: version.policy });
      const verdict = key.ok && grade({ text, syntax }, key.value, seed);
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(grades[0]?.verdict);
    }
  });

  it("costs an attempt only where it was graded", async () => {
    const viewer = await somebody();
    for (const text of ["A*", "2*A*x", "A*y", "A*x", "(A + A')*x"]) await sent(viewer, text);
    const attempts = await listAttempts(viewer, "quadratic-form");
    expect(attempts.ok && attempts.value.map(({ text, ordinal }) => [text, ordinal])).toEqual([
      ["(A + A')*x", 3],
      ["A*x", 2],
      ["A*y", null],
      ["2*A*x", 1],
      ["A*", null],
    ]);
  });

  it("that cannot be read says where", async () => {
    const { attempt } = await sent(await somebody(), "2*A*x + B");
    expect(attempt.verdict).toMatchObject({ status: "invalid", error: { code: "unknown-name", start: 8, end: 9 } });
    expect(attempt.feedback.lines.join(" ")).toContain("B");
  });

  it("moves the progress of its topic", async () => {
    const viewer = await somebody();
    await sent(viewer, "2*A*x");
    expect(await sent(viewer, "(A+A')x")).toMatchObject({ state: "solved" });
    expect(await getTopic(viewer, "gradient")).toMatchObject({
      ok: true,
      value: {
        progress: { topicId: "gradient", problems: 2, attempted: 1, solved: 1, mastery: expect.closeTo(0.45, 10) },
        problems: [{ state: "solved" }, {}],
      },
    });
    expect(await getDashboard(viewer, new Date())).toMatchObject({
      solved: 1,
      recent: [{ outcome: "right" }, { outcome: "wrong" }],
      now: { what: "problem", why: "in-progress", problem: { id: "squared-length" } },
    });
  });

  it("opens the solution when it is right, and no other part of the key ever", async () => {
    const viewer = await somebody();
    const before = await getProblem(viewer, "quadratic-form");
    expect(before).toMatchObject({
      ok: true,
      value: { solution: null, hints: { given: [], count: 2 } },
    });
    await sent(viewer, "(A+A')x");
    expect(await getProblem(viewer, "quadratic-form")).toMatchObject({
      ok: true,
      value: { solution: [{ kind: "prose", markdown: gradientProblem.solution }] },
    });
    const after = JSON.stringify(await getProblem(await somebody(), "quadratic-form"));
    for (const secret of ["(A + A')*x", "2*A*x", gradientProblem.solution, ...gradientProblem.hints])
      expect(after).not.toContain(secret);
  });
});

describe("bad input", () => {
  it("of 100,000 characters is refused in under 100 ms and not stored", async () => {
    const viewer = await somebody();
    const versionId = await versionOf("quadratic-form");
    const [reply, ...times] = await timed(3, () => send(viewer, "x+".repeat(50_000), { versionId }));
    expect(Math.min(...times)).toBeLessThan(100);
    const place = { text: { start: longestAnswer, end: 100_000 } };
    const error = { code: "too-long", message: expect.stringContaining("100,000"), fields: place };
    expect(reply).toMatchObject({ ok: false, error });
    expect(await database().submission.count({ where: { personId: viewer.personId } })).toBe(0);
  });

  it.each([
    ["10,000 brackets", "(".repeat(longestAnswer)],
    ["transposes", `x${"'".repeat(longestAnswer - 1)}`],
    ["nothing", ""],
    ["a NUL", "x\0y"],
    ["half a character", "x\ud800"],
    ["quotes and scripts", `'; DROP TABLE person; --<script>alert(1)</script>`],
  ])("made of %s is answered in words, stored, and costs nothing", async (_, text) => {
    const viewer = await somebody();
    const { attempt } = await sent(viewer, text);
    expect(attempt.ordinal).toBeNull();
    expect(attempt.feedback.lines.join(" ").length).toBeGreaterThan(5);
    expect(attempt.text).toHaveLength(text.length);
  });

  it.each(["unknown", "", "../x", "a\0b", "x".repeat(1_000)])("names no problem with the id %j", async (problemId) => {
    const viewer = await somebody();
    expect(await getProblem(viewer, problemId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await getTopic(viewer, problemId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await listAttempts(viewer, problemId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    const reply = await send(viewer, "x", { problemId, versionId: "x" });
    expect(reply).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("for a version that was changed meanwhile is given back", async () => {
    const viewer = await somebody();
    const versionId = await versionOf("squared-length");
    await loadTestBank([gradientProblem, { ...lengthProblem, title: "The length, squared" }]);
    const reply = await send(viewer, "2x", { problemId: "squared-length", versionId });
    expect(reply).toMatchObject({ ok: false, error: { code: "stale-version" } });
  });
});

describe("answers sent at the same time", () => {
  it("each get their own place, without gaps", async () => {
    const viewer = await somebody();
    const texts = Array.from({ length: 12 }, (_, k) => `${k + 3}*A*x`);
    const all = await Promise.all(texts.map((text) => sent(viewer, text)));
    const places = all.map(({ attempt }) => attempt.ordinal ?? 0).sort((a, b) => a - b);
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await database().progress.findFirst({ where: { personId: viewer.personId } })).toMatchObject({
      attempts: 12,
    });
  });

  it("are one answer where they carry one key", async () => {
    const viewer = guest();
    const all = await Promise.all(Array.from({ length: 6 }, () => sent(viewer, "2*A*x", { key: "same" })));
    expect(new Set(all.map(({ attempt }) => attempt.id)).size).toBe(1);
    const again = await sent(viewer, "2*A*x", { key: "same" });
    expect(again.attempt).toEqual(all[0]?.attempt);
    expect(await database().submission.count({ where: { personId: viewer.personId } })).toBe(1);
  });

  it("are two answers where the text was changed before the form came back", async () => {
    const viewer = await somebody();
    const one = await sent(viewer, "2*A*x", { key: "form" });
    const other = await sent(viewer, "A*x", { key: "form" });
    expect([one.attempt.ordinal, other.attempt.ordinal]).toEqual([1, 2]);
  });

  it("do not meet across people who use one key", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const answers = await Promise.all([sent(one, "A*x", { key: "k" }), sent(other, "A*x", { key: "k" })]);
    expect(answers[0].attempt.id).not.toBe(answers[1].attempt.id);
  });
});

describe("who is asking", () => {
  it("is nobody: no answer is taken, and the dashboard is empty", async () => {
    expect(await send(nobody(), "x")).toMatchObject({ ok: false, error: { code: "sign-in-needed" } });
    expect(await getDashboard(nobody(), new Date())).toMatchObject({ attempted: 0, recent: [] });
  });

  it("sees their own answers and nobody else's", async () => {
    const [one, other, visitor] = [await somebody(), await somebody(), guest()];
    for (const viewer of [one, visitor]) await sent(viewer, "A*x");
    for (const viewer of [other, nobody()]) {
      expect(await listAttempts(viewer, "quadratic-form")).toEqual({ ok: true, value: [] });
    }
    expect(await listAttempts(visitor, "quadratic-form")).toMatchObject({ ok: true, value: [{ text: "A*x" }] });
  });

  it("is gone: the answer is not stored for anybody", async () => {
    const viewer = await somebody();
    await erasePeople([viewer.personId]);
    expect(await send(viewer, "A*x")).toMatchObject({ ok: false, error: { code: "sign-in-needed" } });
  });

  it("sends too much: the limit says when to come back", async () => {
    const viewer = guest();
    await database().$executeRaw`DELETE FROM rate_limit`;
    const replies = await Promise.all(Array.from({ length: 125 }, () => send(viewer, "A*x", { key: "one" })));
    const refusals = replies.filter((reply) => !reply.ok);
    expect(refusals).toHaveLength(5);
    expect(refusals[0]).toMatchObject({ error: { code: "too-many", retryAfter: expect.any(Number) } });
  });
});
