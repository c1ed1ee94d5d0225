import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase } from "../../store";
import { countDue, getProblem, getReview, getReviewSummary, nextInReview, startReview, submitAnswer } from "../index";
import { drawnProblem, gradientProblem, guest, lengthProblem, loadTestBank, nobody, somebody } from "../test-world";

const lengthOfItsOwn = { ...lengthProblem, skills: ["read-slopes"] };

beforeAll(() => loadTestBank([gradientProblem, lengthOfItsOwn]));
afterAll(closeDatabase);

let keys = 0;
const day = (days: number) => new Date(Date.parse("2026-03-01T10:00:00Z") + days * 86_400_000);

async function value<T>(
  reply: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> {
  const settled = await reply;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value;
}

async function send(viewer: Viewer, problemId: string, text: string, now: Date) {
  const { versionId, variant } = await value(getProblem(viewer, problemId));
  const input = { problemId, versionId, asked: variant.name, text, syntax: "text" as const };
  return value(submitAnswer(viewer, { ...input, idempotencyKey: `review ${keys++}` }, now));
}

const right: Readonly<Record<string, string>> = { "quadratic-form": "(A + A')*x", "squared-length": "2*x" };

/** Two skills that were practised on the first day. */
async function practised() {
  const viewer = await somebody();
  await send(viewer, "squared-length", "2*x", day(0));
  await send(viewer, "quadratic-form", "(A + A')*x", day(0));
  return viewer;
}

async function open(viewer: Viewer, now: Date) {
  const view = await getReview(viewer, now);
  if (view.state !== "open") throw new Error("no review is open");
  return view;
}

describe("a review", () => {
  it("is for those who have an account; a guest sees only what would be due", async () => {
    const visitor = guest();
    await send(visitor, "squared-length", "2*x", day(0));
    expect(await getReview(visitor, day(30))).toEqual({ state: "idle", due: 1, nextDue: null });
    for (const each of [nobody(), visitor]) {
      expect(await startReview(each, "seed", day(30))).toMatchObject({ ok: false, error: { code: "sign-in-needed" } });
      expect(await countDue(each, day(30))).toBe(0);
    }
    expect(await getReview(nobody(), day(30))).toEqual({ state: "idle", due: 0, nextDue: null });
  });

  it("has nothing to ask before anything was practised, and says when the first skill is due", async () => {
    expect(await getReview(await somebody(), day(0))).toEqual({ state: "idle", due: 0, nextDue: null });
    const view = await getReview(await practised(), day(0));
    expect(view).toMatchObject({ state: "idle", due: 0, nextDue: expect.any(Date) });
    expect(await startReview(await somebody(), "seed", day(0))).toMatchObject({ ok: false });
  });

  it("asks for what is due, one problem after the other, and ends with what came of each", async () => {
    const viewer = await practised();
    expect(await countDue(viewer, day(30))).toBe(2);
    await value(startReview(viewer, "seed", day(30)));
    const first = await open(viewer, day(30));
    expect(first).toMatchObject({ done: 0, of: 2, settled: false });
    expect(first.problem.attempts).toEqual([]);
    expect(first.problem.solution).toBeNull();

    await send(viewer, first.problem.id, right[first.problem.id] ?? "", day(30));
    expect(await open(viewer, day(30))).toMatchObject({ settled: true, problem: { id: first.problem.id } });
    expect(await value(nextInReview(viewer, first, day(30)))).toEqual({ finished: false });

    const second = await open(viewer, day(30));
    expect(second.problem.id).not.toBe(first.problem.id);
    await send(viewer, second.problem.id, "x", day(30));
    expect(await value(nextInReview(viewer, second, day(30)))).toEqual({ finished: true });

    const summary = await value(getReviewSummary(viewer, first.id, day(30)));
    expect(summary.items.map(({ outcome }) => outcome)).toEqual(["right", "missed"]);
    const [gained, lost] = summary.items;
    expect(gained?.after.mastery).toBeGreaterThan(gained?.before.mastery ?? 1);
    expect(lost?.after.mastery).toBeLessThan(lost?.before.mastery ?? 0);
    expect(gained?.due?.getTime()).toBeGreaterThan(lost?.due?.getTime() ?? Number.POSITIVE_INFINITY);
    expect(await getReview(viewer, day(30))).toMatchObject({ state: "idle", due: 0 });
  });

  it("counts a step that is taken twice once", async () => {
    const viewer = await practised();
    await value(startReview(viewer, "seed", day(30)));
    const first = await open(viewer, day(30));
    await value(nextInReview(viewer, first, day(30)));
    await value(nextInReview(viewer, first, day(30)));
    expect(await open(viewer, day(30))).toMatchObject({ done: 1 });
  });

  it("that is open goes on instead of beginning again", async () => {
    const viewer = await practised();
    await value(startReview(viewer, "seed", day(30)));
    const { id } = await open(viewer, day(30));
    await value(startReview(viewer, "another seed", day(30)));
    expect((await open(viewer, day(30))).id).toBe(id);
  });

  it("is nobody else's to see or to step through", async () => {
    const viewer = await practised();
    await value(startReview(viewer, "seed", day(30)));
    const step = await open(viewer, day(30));
    const other = await somebody();
    expect(await nextInReview(other, step, day(30))).toMatchObject({ ok: false, error: { code: "not-found" } });
    await value(nextInReview(viewer, step, day(30)));
    await value(nextInReview(viewer, { ...step, done: 1 }, day(30)));
    expect(await getReviewSummary(other, step.id, day(30))).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await getReviewSummary(viewer, "none", day(30))).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect((await value(getReviewSummary(viewer, step.id, day(30)))).items[0]?.outcome).toBe("skipped");
  });
});

describe("a review of a problem with numbers of one's own", () => {
  beforeAll(() => loadTestBank([drawnProblem]));

  it("asks with other numbers than before", async () => {
    const viewer = await somebody();
    await send(viewer, "drawn-power", "x", day(0));
    const before = await value(getProblem(viewer, "drawn-power"));
    await value(startReview(viewer, "seed", day(30)));
    const { problem } = await open(viewer, day(30));
    expect(problem.id).toBe("drawn-power");
    expect(problem.variant.name).not.toBe(before.variant.name);
  });
});
