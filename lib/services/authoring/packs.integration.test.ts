import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Viewer } from "../../auth";
import { closeDatabase, database } from "../../store";
import { exportPack, getProblem, importPack, lookThroughPack, type PackView } from "../index";
import {
  derivedProblem,
  drawnProblem,
  gradientProblem,
  lengthProblem,
  loadTestBank,
  somebody,
  tracedProblem,
} from "../test-world";
import { kept, published } from "./test-draft";

const bank = [gradientProblem, lengthProblem, drawnProblem, derivedProblem, tracedProblem];

beforeAll(() => loadTestBank(bank));
afterAll(closeDatabase);

const pack = (...problems: object[]) => stringify(problems, { aliasDuplicateObjects: false });
const files = (text: string) => [{ path: "pack.yaml", text }];

/** A problem of nobody yet. */
const another = (change: object = {}) => ({ ...lengthProblem, topic: "gradient", id: `pack-${v7()}`, ...change });

async function looked(viewer: Viewer, text: string): Promise<PackView> {
  for await (const step of lookThroughPack(viewer, files(text))) if (step.kind === "looked") return step.pack;
  throw new Error("nothing was said of the pack");
}

async function imported(viewer: Viewer, text: string) {
  for await (const step of importPack(viewer, files(text))) if (step.kind !== "checking") return step;
  throw new Error("nothing was said of the pack");
}

async function exported(viewer: Viewer, wanted: Parameters<typeof exportPack>[1]): Promise<string> {
  const reply = await exportPack(viewer, wanted);
  if (!reply.ok) throw new Error("nothing to export");
  return reply.value.yaml;
}

describe("a pack", () => {
  it("of the bank comes back the same, problem by problem", async () => {
    const viewer = await somebody("instructor");
    const yaml = await exported(viewer, { ids: bank.map(({ id }) => id) });
    const { rows, ready } = await looked(viewer, yaml);
    expect(rows.map(({ id, state }) => [id, state]).sort()).toEqual(bank.map(({ id }) => [id, "same"]).sort());
    expect(ready).toBe(false);
  });

  it("makes the same problems elsewhere, with the same content hash", async () => {
    const viewer = await somebody("instructor");
    const yaml = await exported(viewer, { ids: bank.map(({ id }) => id) });
    const moved = (parse(yaml) as { id: string }[]).map((problem) => ({ ...problem, id: `${problem.id}-${v7()}` }));
    expect(await imported(viewer, pack(...moved))).toMatchObject({ kind: "imported", made: bank.length, changed: 0 });
    for (const { id } of moved) {
      const [copy, original] = await Promise.all(
        [id, id.slice(0, -37)].map((each) =>
          database().problem.findUnique({ where: { id: each }, include: { currentVersion: true } }),
        ),
      );
      expect(copy?.currentVersion?.contentHash).toBe(original?.currentVersion?.contentHash);
      expect(copy?.authorId).toBe(viewer.personId);
    }
  });

  it("of what was written here comes back the same too, drafts left out", async () => {
    const viewer = await somebody("instructor");
    const { problemId } = await published(viewer);
    await kept(viewer, v7(), null, { title: "Unfinished" });
    const { rows } = await looked(viewer, await exported(viewer, {}));
    expect(rows).toMatchObject([{ id: problemId, state: "same" }]);
  });

  it("changes a problem of one's own by a new version", async () => {
    const viewer = await somebody("instructor");
    const problem = another();
    await imported(viewer, pack(problem));
    const changed = pack({ ...problem, title: "Another title" }, another());
    expect((await looked(viewer, changed)).rows.map(({ state }) => state)).toEqual(["changed", "new"]);
    expect(await imported(viewer, changed)).toMatchObject({ kind: "imported", made: 1, changed: 1 });
    expect(await getProblem(viewer, problem.id)).toMatchObject({ value: { title: "Another title", versionNumber: 2 } });
  });

  it.each<[string, object, RegExp]>([
    ["a script in the Markdown", { statement: "Hello <script>alert(1)</script>" }, /pack.yaml:\d+: .*HTML and scripts/],
    ["a link that runs a script", { solution: "[here](javascript:alert(1))" }, /pack.yaml:\d+: .*javascript/],
    ["a wrong key", { answers: { numerator: "x'", denominator: "x" } }, /pack.yaml:\d+: .*wrong in both layouts/],
    ["an unknown topic", { topic: "juggling" }, /pack.yaml:\d+: .*topic: there is no topic juggling/],
    ["an unknown skill", { skills: ["juggling"] }, /pack.yaml:\d+: .*there is no skill juggling/],
    ["an unknown field", { owner: "me" }, /pack.yaml:\d+: .*owner/],
    ["an id of the bank's", { id: "quadratic-form" }, /pack.yaml:\d+: .*the bank has a problem/],
  ])("with %s is refused with row and reason, and nothing of it is stored", async (_, change, reason) => {
    const viewer = await somebody("instructor");
    const sound = another();
    const text = pack(sound, another(change));
    const { rows, ready } = await looked(viewer, text);
    expect(ready).toBe(false);
    expect(rows.map(({ state }) => state)).toEqual(["new", "refused"]);
    expect(rows[1]?.reasons.join("\n")).toMatch(reason);
    expect(await imported(viewer, text)).toMatchObject({ kind: "looked", pack: { ready: false } });
    expect(await database().problem.count({ where: { id: sound.id } })).toBe(0);
  });

  it("does not touch what somebody else has written", async () => {
    const [author, other] = [await somebody("instructor"), await somebody("instructor")];
    const problem = another();
    await imported(author, pack(problem));
    const { rows } = await looked(other, pack({ ...problem, title: "Mine now" }));
    expect(rows[0]).toMatchObject({ state: "refused", reasons: [expect.stringContaining("somebody else")] });
  });

  it.each([
    ["a ring", "- &a\n  id: *a\n"],
    ["marks within marks", "? ".repeat(3_000)],
    ["no YAML", "- ["],
    ["nothing", ""],
  ])("that is %s is refused as a whole", async (_, text) => {
    const { rows, errors, ready } = await looked(await somebody("instructor"), text);
    expect([rows.length, ready]).toEqual([0, false]);
    expect(errors[0]).toMatch(/^pack.yaml:\d+: /);
  });

  it("is for those who teach", async () => {
    const student = await somebody("student");
    expect(await exportPack(student, {})).toMatchObject({ error: { code: "not-found" } });
    const step = await lookThroughPack(student, files(pack(another()))).next();
    expect(step).toMatchObject({ done: true, value: { error: { code: "not-found" } } });
  });
});
