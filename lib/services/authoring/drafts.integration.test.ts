import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import {
  getAuthoredProblem,
  getHistory,
  getProblem,
  getStart,
  getTopic,
  type ProblemDraft,
  restoreDraft,
} from "../index";
import { loadTestBank, somebody } from "../test-world";
import { traceDraft as draft, kept, publish, published } from "./test-draft";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

describe("a draft", () => {
  it("is kept as it was typed, however unfinished, and is seen by no learner", async () => {
    const author = await somebody("instructor");
    const problemId = v7();
    const unfinished = { ...draft, title: "", function: "tr(A*", variables: [{ name: "?", shape: "(", assume: "x" }] };
    await kept(author, problemId, null, unfinished);
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({
      ok: true,
      value: { draft: unfinished, versionNumber: null, unpublishedChanges: true, revision: 1 },
    });
    expect(await getProblem(author, problemId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    const topic = await getTopic(author, "hessian");
    expect(topic.ok && topic.value.problems.some(({ id }) => id === problemId)).toBe(false);
  });

  it("is made once, however often its first keeping is sent", async () => {
    const author = await somebody("instructor");
    const problemId = v7();
    const all = await Promise.all([1, 2, 3].map(() => kept(author, problemId, null)));
    expect(all.map(({ kind, revision }) => [kind, revision])).toEqual([
      ["kept", 1],
      ["kept", 1],
      ["kept", 1],
    ]);
  });

  it("is none where it says what is published", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const opened = await getAuthoredProblem(author, problemId);
    if (!opened.ok) throw new Error("the problem is gone");
    const state = async () => {
      const reply = await getAuthoredProblem(author, problemId);
      return reply.ok && reply.value.unpublishedChanges;
    };
    const { revision } = opened.value;
    await kept(author, problemId, revision, { ...opened.value.draft, title: "Another" });
    expect(await state()).toBe(true);
    await kept(author, problemId, revision + 1, opened.value.draft);
    expect(await state()).toBe(false);
  });

  it("of two authors at once shows the second the first one's change, and writes nothing over", async () => {
    const [author, admin] = [await somebody("instructor"), await somebody("admin")];
    const problemId = v7();
    await kept(author, problemId, null);
    expect(await kept(admin, problemId, 1, { title: "Theirs" })).toMatchObject({ kind: "kept", revision: 2 });
    expect(await kept(author, problemId, 1, { title: "Mine" })).toMatchObject({
      kind: "changed",
      revision: 2,
      theirs: { title: "Theirs" },
      by: admin.name,
    });
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: { title: "Theirs" } } });
    expect(await publish(author, { title: "Mine" }, { problemId, revision: 1 })).toMatchObject({
      value: { kind: "changed" },
    });
  });

  it("keeps what gives way in the history, and takes it up again from there", async () => {
    const [author, admin] = [await somebody("instructor"), await somebody("admin")];
    const problemId = v7();
    await kept(author, problemId, null, { title: "First" });
    await kept(admin, problemId, 1, { title: "Second" });
    const history = await getHistory(author, problemId);
    if (!history.ok) throw new Error("no history");
    const [now, aside] = history.value.entries;
    expect([now, aside]).toMatchObject([
      { kind: "draft", by: admin.name },
      { kind: "kept", by: author.name },
    ]);
    expect(history.value.compared).toMatchObject({ before: { title: "First" }, after: { title: "Second" } });
    await restoreDraft(author, problemId, aside?.name ?? "");
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: { title: "First" } } });
    const titles = await database().keptDraft.findMany({ where: { problemId } });
    expect(titles.map(({ draft: each }) => (each as ProblemDraft).title).sort()).toEqual(["First", "Second"]);
  });
});

describe("beginning with another problem", () => {
  it("takes all that a problem of the bank says, which then is one's own", async () => {
    const author = await somebody("instructor");
    const start = await getStart(author, "quadratic-form");
    if (!start.ok) throw new Error(JSON.stringify(start.error));
    const { problemId } = await published(author, start.value);
    expect(problemId).not.toBe("quadratic-form");
    const [copy, original] = await Promise.all(
      [problemId, "quadratic-form"].map((id) =>
        database().problemVersion.findFirstOrThrow({ where: { problemId: id } }),
      ),
    );
    expect(copy?.contentHash).toBe(original?.contentHash);
  });

  it("does not show what a colleague has written", async () => {
    const { problemId } = await published(await somebody("instructor"));
    expect(await getStart(await somebody("instructor"), problemId)).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("the history of a problem", () => {
  it("has every version with who published it, and takes an old one up as a draft", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    await published(author, { title: "The trace" }, { problemId, revision: 2 });
    const history = await getHistory(author, problemId);
    expect(history).toMatchObject({
      value: {
        entries: [
          { kind: "version", number: 2, by: author.name },
          { kind: "version", number: 1, by: author.name },
        ],
        compared: { before: { title: "A trace" }, after: { title: "The trace" } },
      },
    });
    expect(await restoreDraft(author, problemId, "1")).toMatchObject({ value: { kind: "kept" } });
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({
      value: { draft: { title: "A trace" }, unpublishedChanges: true, versionNumber: 2 },
    });
  });
});
