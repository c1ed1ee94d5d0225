import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase } from "../../store";
import {
  adoptGuestWork,
  getMap,
  getPlacement,
  nextInPlacement,
  startPlacement,
  stopPlacement,
  submitAnswer,
} from "../index";
import { gradientProblem, guest, lengthProblem, loadTestBank, nobody, somebody } from "../test-world";
import { loadEstimates } from "./estimates";
import { replaySkills } from "./replay";

beforeAll(() => loadTestBank([gradientProblem, lengthProblem]));
afterAll(closeDatabase);

let keys = 0;
const minute = (minutes: number) => new Date(Date.parse("2026-03-01T10:00:00Z") + minutes * 60_000);
const right: Readonly<Record<string, string>> = { "quadratic-form": "(A + A')*x", "squared-length": "2*x" };

async function open(viewer: Viewer) {
  const view = await getPlacement(viewer);
  if (!view.ok || view.value.state !== "open") throw new Error("no question is open");
  return view.value;
}

async function answer(viewer: Viewer, isRight: boolean, now: Date): Promise<void> {
  const { problem } = await open(viewer);
  const text = isRight ? (right[problem.id] ?? "") : "x";
  const asked = { problemId: problem.id, versionId: problem.versionId, asked: problem.variant.name };
  const input = { ...asked, text, syntax: "text" as const, idempotencyKey: `placement ${keys++}` };
  expect(await submitAnswer(viewer, input, now)).toMatchObject({ ok: true });
}

describe("a placement", () => {
  it("has not begun for a visitor, who needs no account for it", async () => {
    expect(await getPlacement(nobody())).toMatchObject({ ok: true, value: { state: "idle", known: [], topics: 2 } });
    const visitor = guest();
    await startPlacement(visitor, "seed", minute(0));
    expect(await open(visitor)).toMatchObject({ number: 1, answered: false, problem: { topic: { id: "gradient" } } });
  });

  it("takes a topic that was answered right for known, and what builds on it for ready", async () => {
    const viewer = await somebody();
    await startPlacement(viewer, "seed", minute(0));
    await answer(viewer, true, minute(1));
    expect(await open(viewer)).toMatchObject({ answered: true });
    await nextInPlacement(viewer, 1, "seed", minute(2));
    expect(await getPlacement(viewer)).toMatchObject({
      ok: true,
      value: { state: "done", known: [{ id: "gradient", title: "Gradient" }] },
    });
    const estimates = await loadEstimates(viewer.personId);
    expect(estimates.get("read-slopes")?.skill.seen).toBeLessThan(1);
    expect((await getMap(viewer, minute(3)))[1]?.missing).toEqual([]);
    await replaySkills(viewer.personId);
    expect(await loadEstimates(viewer.personId)).toEqual(estimates);
  });

  it.each([
    ["was answered wrong", true],
    ["was left out", false],
  ])("takes a topic for unknown that %s", async (_, answers) => {
    const viewer = await somebody();
    await startPlacement(viewer, "seed", minute(0));
    if (answers) await answer(viewer, false, minute(1));
    await nextInPlacement(viewer, 1, "seed", minute(2));
    expect(await getPlacement(viewer)).toMatchObject({ ok: true, value: { state: "done", known: [] } });
    expect((await loadEstimates(viewer.personId)).has("read-slopes")).toBe(false);
  });

  it("can be stopped and begun again, and takes no step twice", async () => {
    const viewer = await somebody();
    await startPlacement(viewer, "seed", minute(0));
    await stopPlacement(viewer, 1, minute(1));
    await nextInPlacement(viewer, 1, "seed", minute(2));
    expect(await getPlacement(viewer)).toMatchObject({ ok: true, value: { state: "done", known: [] } });
    await startPlacement(viewer, "seed", minute(3));
    await nextInPlacement(viewer, 7, "seed", minute(4));
    expect(await open(viewer)).toMatchObject({ number: 1 });
  });

  it("of a guest is adopted with their work", async () => {
    const [visitor, person] = [guest(), await somebody()];
    await startPlacement(visitor, "seed", minute(0));
    await answer(visitor, true, minute(1));
    await nextInPlacement(visitor, 1, "seed", minute(2));
    const before = await loadEstimates(visitor.personId);
    await adoptGuestWork(visitor.personId, person.personId);
    expect(await loadEstimates(person.personId)).toEqual(before);
    expect(await getPlacement(person)).toMatchObject({ ok: true, value: { state: "done" } });
  });
});
