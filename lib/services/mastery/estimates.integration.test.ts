import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase, database } from "../../store";
import { adoptGuestWork, askForHint, getProblem, giveUp, submitAnswer, takeNewVariant } from "../index";
import { drawnProblem, gradientProblem, guest, lengthProblem, loadTestBank, somebody } from "../test-world";
import { loadEstimates } from "./estimates";
import { estimateMissing, replaySkills } from "./replay";

beforeAll(() =>
  loadTestBank([gradientProblem, { ...lengthProblem, skills: ["read-slopes", "collect-partials"] }, drawnProblem]),
);
afterAll(closeDatabase);

type Person = Viewer & { personId: string };

let keys = 0;
const start = new Date("2026-03-01T10:00:00Z").getTime();
const hour = (hours: number) => new Date(start + hours * 3_600_000);

async function asked(viewer: Viewer, problemId: string) {
  const problem = await getProblem(viewer, problemId);
  if (!problem.ok) throw new Error(problem.error.message);
  return { problemId, versionId: problem.value.versionId, asked: problem.value.variant.name };
}

async function send(viewer: Viewer, problemId: string, text: string, now: Date) {
  const question = await asked(viewer, problemId);
  const input = { ...question, text, syntax: "text" as const, idempotencyKey: `estimate ${keys++}` };
  const reply = await submitAnswer(viewer, input, now);
  if (!reply.ok) throw new Error(reply.error.message);
}

const levelOf = async ({ personId }: Person, skill: string) =>
  (await loadEstimates(personId)).get(skill)?.skill.level ?? Number.NaN;

/** Asks for help, answers right and wrong, on several days. */
async function work(viewer: Person): Promise<void> {
  await send(viewer, "quadratic-form", "2*A*x", hour(0));
  await askForHint(viewer, await asked(viewer, "quadratic-form"));
  await send(viewer, "quadratic-form", "(A + A')*x", hour(1));
  await send(viewer, "quadratic-form", "(A' + A)*x", hour(2));
  await send(viewer, "squared-length", "2 x +", hour(3));
  await send(viewer, "squared-length", "x", hour(30));
  await giveUp(viewer, await asked(viewer, "squared-length"), hour(30.5));
  await send(viewer, "squared-length", "2*x", hour(31));
  await send(viewer, "drawn-power", "x", hour(60));
  await giveUp(viewer, await asked(viewer, "drawn-power"), hour(61));
  await takeNewVariant(viewer, await asked(viewer, "drawn-power"));
  await giveUp(viewer, await asked(viewer, "drawn-power"), hour(62));
}

describe("estimates of skills", () => {
  it("are the same whether they are moved by each answer or computed from all", async () => {
    const viewer = await somebody();
    await work(viewer);
    const moved = await loadEstimates(viewer.personId);
    await replaySkills(viewer.personId);
    expect(await loadEstimates(viewer.personId)).toEqual(moved);
    expect([...moved.keys()]).toEqual(expect.arrayContaining(["collect-partials", "read-slopes", "craft-symmetry"]));
  });

  it("hold a slip against its craft, more than against the topic", async () => {
    const viewer = await somebody();
    await send(viewer, "quadratic-form", "2*A*x", hour(0));
    expect(await levelOf(viewer, "craft-symmetry")).toBeLessThan(await levelOf(viewer, "collect-partials"));
  });

  it("stand still at what costs no attempt and at a second right answer", async () => {
    const viewer = await somebody();
    await send(viewer, "squared-length", "2*x", hour(0));
    const before = await loadEstimates(viewer.personId);
    await send(viewer, "squared-length", "2*", hour(1));
    await send(viewer, "squared-length", "x + x", hour(2));
    expect(await loadEstimates(viewer.personId)).toEqual(before);
  });

  it("fall once where the solution had to be read, whether or not an answer follows", async () => {
    const viewer = await somebody();
    const question = await asked(viewer, "squared-length");
    await giveUp(viewer, question, hour(0));
    expect(await levelOf(viewer, "read-slopes")).toBeLessThan(-1);
    const before = await loadEstimates(viewer.personId);
    expect([...before.keys()].filter((id) => id.startsWith("craft-"))).toEqual([]);

    await giveUp(viewer, question, hour(1));
    await send(viewer, "squared-length", "2*x", hour(2));
    expect(await loadEstimates(viewer.personId)).toEqual(before);
  });

  it("stand still where the solution of what was solved is looked at", async () => {
    const viewer = await somebody();
    await send(viewer, "squared-length", "2*x", hour(0));
    const before = await loadEstimates(viewer.personId);
    await giveUp(viewer, await asked(viewer, "squared-length"), hour(1));
    expect(await loadEstimates(viewer.personId)).toEqual(before);
  });

  it("lose no answer where several arrive at once", async () => {
    const viewer = await somebody();
    const texts = ["A*x", "A'*x", "3*A*x", "x"];
    await Promise.all(texts.map((text) => send(viewer, "quadratic-form", text, hour(0))));
    const moved = await loadEstimates(viewer.personId);
    await replaySkills(viewer.personId);
    expect(await loadEstimates(viewer.personId)).toEqual(moved);
  });

  it("are computed for those who have answered and have none", async () => {
    const viewer = await somebody();
    await work(viewer);
    const before = await loadEstimates(viewer.personId);
    await database().skillEstimate.deleteMany({ where: { personId: viewer.personId } });
    expect(await estimateMissing()).toBe(1);
    expect(await loadEstimates(viewer.personId)).toEqual(before);
    expect(await estimateMissing()).toBe(0);
  });

  it("are those of a guest once their work is adopted", async () => {
    const [visitor, person] = [guest(), await somebody()];
    await work(visitor);
    const before = await loadEstimates(visitor.personId);
    await adoptGuestWork(visitor.personId, person.personId);
    expect(await loadEstimates(person.personId)).toEqual(before);
    expect(await database().skillEstimate.count({ where: { personId: visitor.personId } })).toBe(0);
  });
});
