import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase } from "../../store";
import { getMap, getProblem, submitAnswer } from "../index";
import { gradientProblem, lengthProblem, loadTestBank, nobody, somebody } from "../test-world";

beforeAll(() => loadTestBank([gradientProblem, { ...lengthProblem, skills: ["read-slopes"] }]));
afterAll(closeDatabase);

const start = new Date("2026-03-01T10:00:00Z");
const muchLater = new Date("2026-06-01T10:00:00Z");
let keys = 0;

async function send(viewer: Viewer, problemId: string, text: string): Promise<void> {
  const problem = await getProblem(viewer, problemId);
  if (!problem.ok) throw new Error(problem.error.message);
  const { versionId, variant } = problem.value;
  const input = { problemId, versionId, asked: variant.name, text, syntax: "text" as const };
  const reply = await submitAnswer(viewer, { ...input, idempotencyKey: `map ${keys++}` }, start);
  if (!reply.ok) throw new Error(reply.error.message);
}

describe("the map", () => {
  it("shows everybody where to begin", async () => {
    const [gradient, hessian] = await getMap(nobody(), start);
    expect(gradient).toMatchObject({ id: "gradient", layer: 0, grasp: "new", mastery: 0, ready: true, due: 0 });
    const later = { id: "hessian", layer: 1, ready: false, missing: [{ id: "gradient", title: "Gradient" }] };
    expect(hessian).toMatchObject(later);
  });

  it("shows what was learned, what is due, and what has become ready", async () => {
    const viewer = await somebody();
    await send(viewer, "squared-length", "2*x");
    await send(viewer, "quadratic-form", "(A + A')*x");
    const [gradient, hessian] = await getMap(viewer, start);
    expect(gradient).toMatchObject({ grasp: "learning", solved: 2, problems: 2, ready: false, due: 0 });
    expect(gradient?.mastery).toBeGreaterThan(0);
    expect(hessian).toMatchObject({ grasp: "new", missing: [] });
    expect((await getMap(viewer, muchLater))[0]?.due).toBe(2);
  });
});
