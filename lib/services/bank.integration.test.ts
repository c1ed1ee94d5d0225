import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../store";
import { emptyDraft, getProblem, getTopic, listTopics, loadBank, saveDraft } from "./index";
import { gradientProblem, lengthProblem, loadTestBank, nobody, somebody } from "./test-world";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

const versionNumber = async (id: string) => {
  const reply = await getProblem(nobody(), id);
  return reply.ok ? reply.value.versionNumber : reply.error.code;
};

/** The bank's problems in the topic; authors may have added theirs. */
async function problemsOfTopic(): Promise<string[]> {
  const topic = await getTopic(nobody(), "gradient");
  const bank: string[] = [gradientProblem.id, lengthProblem.id];
  return topic.ok ? topic.value.problems.map(({ id }) => id).filter((id) => bank.includes(id)) : [];
}

async function lessonOfTopic(): Promise<unknown> {
  const topic = await getTopic(nobody(), "gradient");
  return topic.ok ? topic.value.lesson : null;
}

const prose = (markdown: string) => [{ kind: "prose", markdown }];

describe("loading the bank", () => {
  it("shows the topics in their order and the problems in theirs", async () => {
    const topics = await listTopics(nobody());
    expect(topics.map(({ id, order, needs }) => [id, order, needs])).toEqual([
      ["gradient", 1, []],
      ["hessian", 2, [{ id: "gradient", title: "Gradient" }]],
    ]);
    expect(await problemsOfTopic()).toEqual(["quadratic-form", "squared-length"]);
    expect(await lessonOfTopic()).toEqual(prose("Read this."));
  });

  it("shows what a topic teaches to do, and what a problem practises and follows", async () => {
    const topic = await getTopic(nobody(), "gradient");
    expect(topic).toMatchObject({
      ok: true,
      value: {
        skills: [
          { id: "collect-partials", ability: "collect partial derivatives" },
          { id: "read-slopes", ability: "read slopes off a gradient" },
        ],
        previous: null,
        next: { id: "hessian", title: "Hessian" },
      },
    });
    expect(await getProblem(nobody(), gradientProblem.id)).toMatchObject({
      ok: true,
      value: {
        difficulty: 2,
        skills: [{ id: "collect-partials", ability: "collect partial derivatives" }],
        sources: [{ id: "snow/7.2", title: "Snow: Quadratic forms" }],
      },
    });
  });

  it("does nothing the second time", async () => {
    const rows = () => database().problemVersion.findMany({ orderBy: { id: "asc" } });
    const before = await rows();
    expect(await loadTestBank()).toEqual({ topics: 2, problems: 2, newVersions: 0 });
    expect(await rows()).toEqual(before);
  });

  it("does the same work once when two servers start at once", async () => {
    const changed = [{ ...gradientProblem, hints: ["Twice, look.", "And then?"] }, lengthProblem];
    const before = await database().problemVersion.count();
    await Promise.all([loadTestBank(changed), loadTestBank(changed)]);
    expect(await database().problemVersion.count()).toBe(before + 1);
    await loadTestBank();
  });

  it("makes a new version of a problem that was changed, and of no other", async () => {
    const before = (await versionNumber("quadratic-form")) as number;
    const other = await versionNumber("squared-length");
    const changed = { ...gradientProblem, statement: "Differentiate $x^\\top Ax$ once." };
    expect(await loadTestBank([changed, lengthProblem])).toMatchObject({ newVersions: 1 });
    expect(await versionNumber("quadratic-form")).toBe(before + 1);
    expect(await versionNumber("squared-length")).toBe(other);
  });

  it("makes no version where only the lesson or the order was changed", async () => {
    await loadTestBank();
    expect(await loadTestBank([lengthProblem, gradientProblem], "Read that.")).toMatchObject({ newVersions: 0 });
    expect(await problemsOfTopic()).toEqual(["squared-length", "quadratic-form"]);
    expect(await lessonOfTopic()).toEqual(prose("Read that."));
  });

  it("hides a problem that has left the bank, keeps what was said, and shows it again when it returns", async () => {
    await loadTestBank();
    const number = await versionNumber("squared-length");
    const said = () => database().problemVersion.count({ where: { problemId: "squared-length" } });
    const before = await said();
    await loadTestBank([gradientProblem]);
    expect(await versionNumber("squared-length")).toBe("not-found");
    await loadTestBank();
    expect([await versionNumber("squared-length"), await said()]).toEqual([number, before]);
  });

  it("leaves problems alone that were written here", async () => {
    const author = await somebody("instructor");
    const id = v7();
    await saveDraft(author, { problemId: id, revision: null, draft: { ...emptyDraft, title: "Mine" } });
    await loadTestBank([gradientProblem]);
    await loadTestBank();
    expect(await database().problem.findUnique({ where: { id } })).toMatchObject({ retired: false, fromBank: false });
  });

  it("says where a bank is wrong, and then changes nothing", async () => {
    const before = await versionNumber("quadratic-form");
    const load = loadTestBank([{ ...gradientProblem, statement: "New", difficulty: 9 }, lengthProblem]);
    await expect(load).rejects.toThrow(/01-gradient\/problems\.yaml:\d+: quadratic-form: difficulty/);
    expect(await versionNumber("quadratic-form")).toBe(before);
  });

  it("takes the bank of the project, twice in under a second each where nothing has changed", async () => {
    const first = await loadBank("prisma/bank");
    expect(first.problems).toBeGreaterThanOrEqual(20);
    const start = performance.now();
    expect(await loadBank("prisma/bank")).toMatchObject({ newVersions: 0 });
    expect(performance.now() - start).toBeLessThan(1_000);
    await loadTestBank();
  });
});
