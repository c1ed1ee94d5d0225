import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../auth";
import { closeDatabase, database, erasePeople } from "../store";
import { type DraftInput, keepDraft, ownerName } from "./drafts";
import { adoptGuestWork, getProblem, submitAnswer } from "./index";
import { drawnProblem, gradientProblem, guest, lengthProblem, loadTestBank, nobody, somebody } from "./test-world";

beforeAll(() => loadTestBank([gradientProblem, lengthProblem, drawnProblem]));
afterAll(closeDatabase);

const noon = Date.parse("2026-03-01T12:00:00Z");
const evening = new Date("2026-03-01T20:00:00Z");
const problemId = "quadratic-form";

/** Keeps a draft as a page would. */
function keep(viewer: Viewer, answer: string, given: Partial<DraftInput> = {}) {
  const owner = ownerName(viewer);
  const draft = { problemId, asked: "", owner, fields: { answer }, writing: "text", chosen: false, typedAt: noon };
  return keepDraft(viewer, { ...draft, ...given }, evening);
}

async function typingOf(viewer: Viewer, id = problemId) {
  const reply = await getProblem(viewer, id);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.typing;
}

const answerOf = async (viewer: Viewer, id?: string) => (await typingOf(viewer, id)).draft?.fields.answer;

describe("a draft", () => {
  it("is there wherever the same person opens the problem, and nowhere else", async () => {
    const [viewer, other] = [await somebody(), await somebody()];
    expect(await keep(viewer, "A*x")).toEqual({ ok: true, value: null });
    expect(await typingOf(viewer)).toMatchObject({
      draft: { fields: { answer: "A*x" }, writing: "text", typedAt: new Date(noon) },
    });
    expect(await answerOf(viewer, "squared-length")).toBeUndefined();
    for (const each of [other, nobody(), guest()]) expect(await answerOf(each)).toBeUndefined();
  });

  it("gives way to what was typed later, not to what came in later", async () => {
    const viewer = await somebody();
    await keep(viewer, "first");
    await keep(viewer, "third", { typedAt: noon + 2_000 });
    await keep(viewer, "second", { typedAt: noon + 1_000 });
    expect(await answerOf(viewer)).toBe("third");
  });

  it("from a clock that runs ahead counts as typed when it came in", async () => {
    const viewer = await somebody();
    await keep(viewer, "from tomorrow", { typedAt: evening.getTime() + 86_400_000 });
    expect((await typingOf(viewer)).draft?.typedAt).toEqual(evening);
  });

  it("goes with a right answer and stays with a wrong one", async () => {
    const viewer = await somebody();
    const reply = await getProblem(viewer, problemId);
    const versionId = reply.ok ? reply.value.versionId : "";
    const send = (text: string) =>
      submitAnswer(viewer, { problemId, versionId, asked: "", text, syntax: "text", idempotencyKey: text });
    await keep(viewer, "2*A*x");
    await send("2*A*x");
    expect(await answerOf(viewer)).toBe("2*A*x");
    await send("(A + A')*x");
    expect(await answerOf(viewer)).toBeUndefined();
  });

  it("goes with its person", async () => {
    const viewer = await somebody();
    await keep(viewer, "A*x");
    await erasePeople([viewer.personId]);
    expect(await database().draft.count({ where: { personId: viewer.personId } })).toBe(0);
  });
});

describe("a draft is refused", () => {
  it.each<[string, Partial<DraftInput>]>([
    ["from somebody who has signed out since", { owner: "somebody else" }],
    ["to a variant that there is not", { asked: "0123456789abcdef" }],
    ["that is far longer than an answer", { fields: { answer: "x".repeat(20_001) } }],
    ["with more fields than there are", { fields: Object.fromEntries(Array.from({ length: 201 }, (_, k) => [k, ""])) }],
  ])("%s", async (_, given) => {
    const viewer = await somebody();
    expect(await keep(viewer, "A*x", given)).toMatchObject({ ok: false, error: { code: "refused" } });
    expect(await answerOf(viewer)).toBeUndefined();
  });

  it("to a problem that there is not, from nobody, and from somebody who is gone", async () => {
    const gone = await somebody();
    await erasePeople([gone.personId]);
    expect(await keep(await somebody(), "x", { problemId: "none" })).toMatchObject({ error: { code: "not-found" } });
    expect(await keep(nobody(), "x")).toMatchObject({ error: { code: "sign-in-needed" } });
    expect(await keep(gone, "x")).toMatchObject({ ok: false });
  });

  it.each([[null], ["text"], [{}], [{ fields: { answer: 1 } }]])("where it is %j", async (input) => {
    expect(await keepDraft(await somebody(), input)).toMatchObject({ ok: false, error: { code: "refused" } });
  });
});

describe("a guest's draft", () => {
  it("is the person's after signing up", async () => {
    const [visitor, person] = [guest(), await somebody()];
    await keep(visitor, "A*x");
    await adoptGuestWork(visitor.personId, person.personId);
    expect(await answerOf(person)).toBe("A*x");
  });

  it("leaves the person's own as it is", async () => {
    const [visitor, person] = [guest(), await somebody()];
    await keep(visitor, "the guest's", { typedAt: noon + 1_000 });
    await keep(person, "the person's");
    await adoptGuestWork(visitor.personId, person.personId);
    expect(await answerOf(person)).toBe("the person's");
  });

  it("keeps the numbers that were shown while they were nobody", async () => {
    const shown = await getProblem(nobody(), "drawn-power");
    if (!shown.ok) throw new Error(shown.error.message);
    const visitor = guest();
    await keep(visitor, "3*x", { problemId: "drawn-power", asked: shown.value.variant.name });
    const after = await getProblem(visitor, "drawn-power");
    expect(after).toMatchObject({ ok: true, value: { statement: shown.value.statement, state: shown.value.state } });
    expect(await answerOf(visitor, "drawn-power")).toBe("3*x");
  });
});

it("The way of writing is remembered when it is chosen, for all problems", async () => {
  const viewer = await somebody();
  await keep(viewer, "A x", { writing: "latex" });
  expect((await typingOf(viewer, "squared-length")).writing).toBeNull();
  await keep(viewer, "A x", { writing: "visual", chosen: true, typedAt: noon - 1 });
  expect((await typingOf(viewer, "squared-length")).writing).toBe("visual");
});

it("The name of a draft's owner in the browser tells people apart, and nothing about them", async () => {
  const [one, other] = [await somebody(), await somebody()];
  expect(ownerName(one)).toBe(ownerName({ ...one, name: "Renamed" }));
  expect(new Set([ownerName(one), ownerName(other), ownerName(guest())]).size).toBe(3);
  expect(ownerName(one)).not.toContain(one.personId.slice(0, 8));
  expect([ownerName(guest()), ownerName(nobody())]).toEqual(["visitor", "visitor"]);
});
