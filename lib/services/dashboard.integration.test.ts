import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../auth";
import { closeDatabase } from "../store";
import { getDashboard, getProblem, submitAnswer } from "./index";
import { gradientProblem, guest, lengthProblem, loadTestBank, nobody, somebody } from "./test-world";

beforeAll(() => loadTestBank([gradientProblem, lengthProblem]));
afterAll(closeDatabase);

let keys = 0;
const day = (days: number) => new Date(Date.parse("2026-03-02T10:00:00Z") + days * 86_400_000);

async function send(viewer: Viewer, problemId: string, text: string, now: Date): Promise<void> {
  const problem = await getProblem(viewer, problemId);
  if (!problem.ok) throw new Error(problem.error.message);
  const { versionId, variant } = problem.value;
  const input = { problemId, versionId, asked: variant.name, text, syntax: "text" as const };
  const reply = await submitAnswer(viewer, { ...input, idempotencyKey: `board ${keys++}` }, now);
  if (!reply.ok) throw new Error(reply.error.message);
}

describe("the dashboard", () => {
  it("says what to do now: first a topic that is ready, then the one begun, and before both what is due", async () => {
    const viewer = await somebody();
    expect((await getDashboard(viewer, day(0))).now).toMatchObject({ what: "problem", why: "ready" });
    await send(viewer, "squared-length", "2*x", day(0));
    const begun = { what: "problem", why: "in-progress", problem: { id: "quadratic-form" } };
    expect((await getDashboard(viewer, day(0))).now).toMatchObject(begun);
    expect((await getDashboard(viewer, day(60))).now).toEqual({ what: "review", due: 1 });
  });

  it("shows a visitor where to begin, and a guest what their work so far says", async () => {
    expect(await getDashboard(nobody(), day(0))).toMatchObject({
      attempted: 0,
      recent: [],
      slips: [],
      now: { why: "ready" },
    });
    const visitor = guest();
    await send(visitor, "quadratic-form", "2*A*x", day(0));
    const board = await getDashboard(visitor, day(60));
    expect(board).toMatchObject({ attempted: 1, due: 0, slips: [{ craft: "craft-symmetry" }] });
    expect(board.now).toMatchObject({ what: "problem", why: "in-progress" });
  });

  it("has nothing to do where all is solved and nothing is due", async () => {
    const viewer = await somebody();
    await send(viewer, "squared-length", "2*x", day(0));
    await send(viewer, "quadratic-form", "(A + A')*x", day(0));
    expect((await getDashboard(viewer, day(0))).now).toBeNull();
  });

  it("shows skills by week, days of practice, and slips with what trains them", async () => {
    const viewer = await somebody();
    await send(viewer, "quadratic-form", "2*A*x", day(0));
    await send(viewer, "squared-length", "2*x", day(8));
    const { weeks, days, slips, skills } = await getDashboard(viewer, day(8));
    expect(skills).toBe(4);
    expect(weeks.slice(-3).map(({ learning, practised }) => learning + practised)).toEqual([0, 1, 1]);
    expect(days.filter(({ answers }) => answers > 0).map((each) => each.day)).toEqual([
      new Date("2026-03-02T00:00:00Z"),
      new Date("2026-03-10T00:00:00Z"),
    ]);
    expect(slips).toMatchObject([
      {
        craft: "craft-symmetry",
        count: 1,
        topics: [{ id: "gradient", count: 1 }],
        problems: [{ id: "quadratic-form", state: "attempted" }],
      },
    ]);
  });
});
