import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../auth";
import { grade, readProblem } from "../grade";
import { closeDatabase, database } from "../store";
import { attemptInclude } from "./attempts";
import {
  type AnswerText,
  adoptGuestWork,
  askForHint,
  getProblem,
  getTopic,
  giveUp,
  listProblemAnswers,
  type ProblemView,
  submitAnswer,
  takeNewVariant,
} from "./index";
import { drawnOf, recordOf } from "./instances";
import {
  derivedProblem,
  drawnProblem,
  gradientProblem,
  guest,
  lengthProblem,
  loadTestBank,
  nobody,
  somebody,
  tracedProblem,
} from "./test-world";

beforeAll(async () => {
  await loadTestBank([gradientProblem, lengthProblem, drawnProblem, derivedProblem, tracedProblem]);
});
afterAll(closeDatabase);

let keys = 0;

async function view(viewer: Viewer, problemId: string = drawnProblem.id): Promise<ProblemView> {
  const reply = await getProblem(viewer, problemId);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** Sends an answer to the variant that the viewer sees, or saw. */
async function send(viewer: Viewer, text: AnswerText, seen?: ProblemView, problemId: string = drawnProblem.id) {
  const { versionId, variant } = seen ?? (await view(viewer, problemId));
  const idempotencyKey = `variant key ${keys++}`;
  return submitAnswer(viewer, { problemId, versionId, asked: variant.name, text, syntax: "text", idempotencyKey });
}

async function sent(...args: Parameters<typeof send>) {
  const reply = await send(...args);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.attempt;
}

const help = (seen: ProblemView) => ({ problemId: seen.id, asked: seen.variant.name });

const statementOf = ({ statement }: ProblemView) =>
  statement.map((part) => (part.kind === "prose" ? part.markdown : ""))[0] ?? "";

/** a and k as the statement shows them: "Differentiate $7 x^4$." */
function numbersOf(seen: ProblemView): [number, number] {
  const [, a, k] = /\$(\d+) x\^(\d+)\$/.exec(statementOf(seen)) ?? [];
  return [Number(a), Number(k)];
}

function rightAnswer(seen: ProblemView): string {
  const [a, k] = numbersOf(seen);
  return `${a * k}*x^${k - 1}`;
}

describe("a variant", () => {
  it("is a person's own, and the same whenever they come back", async () => {
    const people = await Promise.all([somebody(), somebody(), somebody()]);
    const seen = await Promise.all(people.map((person) => view(person)));
    expect(new Set(seen.map(statementOf)).size).toBeGreaterThan(1);
    for (const [index, person] of people.entries()) expect(await view(person)).toEqual(seen[index]);
  });

  it("is filled in everywhere: title, statement, lists, hints and solution", async () => {
    const person = await somebody();
    const seen = await view(person);
    const [, k] = numbersOf(seen);
    expect(seen.title).toBe(`The power ${k}`);
    const topic = await getTopic(person, "gradient");
    expect(topic.ok && topic.value.problems.map(({ title }) => title)).toContain(`The power ${k}`);
    await askForHint(person, help(seen));
    await sent(person, rightAnswer(seen));
    const solved = await view(person);
    expect(solved.hints).toEqual({ given: [`Look at the exponent ${k}.`], count: 2 });
    expect(JSON.stringify(solved)).not.toContain("@");
    expect(solved.solution).toEqual([{ kind: "prose", markdown: expect.stringContaining(`x^${k - 1}`) }]);
  });

  it("is graded as it was shown, and another one's answer is wrong", async () => {
    const person = await somebody();
    const seen = await view(person);
    const [a, k] = numbersOf(seen);
    expect((await sent(person, `${a * k + 1}*x^${k - 1}`)).feedback.outcome).toBe("wrong");
    expect((await sent(person, rightAnswer(seen))).feedback.outcome).toBe("right");
  });

  it("is followed by another after it was solved, whose solution is closed and whose hints are not given", async () => {
    const person = await somebody();
    const first = await view(person);
    expect(await takeNewVariant(person, help(first))).toMatchObject({ ok: false, error: { code: "refused" } });
    await askForHint(person, help(first));
    await sent(person, rightAnswer(first));
    expect(await takeNewVariant(person, help(first))).toEqual({ ok: true, value: null });

    const second = await view(person);
    expect(second.variant).toMatchObject({ number: 2, others: true });
    expect(second).toMatchObject({ state: "solved", solution: null, hints: { given: [] } });
    expect(second.variant.name).not.toBe(first.variant.name);
    expect((await sent(person, rightAnswer(second))).variant).toBe(1);
  });

  it("is not graded with the numbers of a later one", async () => {
    const person = await somebody();
    const first = await view(person);
    await giveUp(person, help(first));
    await takeNewVariant(person, help(first));
    expect(await send(person, rightAnswer(first), first)).toMatchObject({
      ok: false,
      error: { code: "stale-variant" },
    });
    expect((await view(person)).attempts).toEqual([]);
  });

  it("is taken once, however often the button is pressed", async () => {
    const person = await somebody();
    const first = await view(person);
    await giveUp(person, help(first));
    await Promise.all([1, 2, 3].map(() => takeNewVariant(person, help(first))));
    expect((await view(person)).variant.number).toBe(2);
  });

  it("does not exist of a problem without parameters", async () => {
    const person = await somebody();
    const seen = await view(person, "squared-length");
    expect(seen.variant).toEqual({ number: 1, name: "", others: false });
    await sent(person, "2x", seen, "squared-length");
    expect(await takeNewVariant(person, help(seen))).toMatchObject({ ok: false });
  });
});

describe("a visitor", () => {
  it("who is nobody yet keeps the variant that they saw when they become a guest, and when they sign up", async () => {
    const seen = await view(nobody());
    const visitor = guest();
    expect((await sent(visitor, rightAnswer(seen), seen)).feedback.outcome).toBe("right");
    expect(statementOf(await view(visitor))).toBe(statementOf(seen));

    const person = await somebody();
    await adoptGuestWork(visitor.personId, person.personId);
    const after = await view(person);
    expect(statementOf(after)).toBe(statementOf(seen));
    expect(after).toMatchObject({ state: "solved", attempts: [{ feedback: { outcome: "right" } }] });
    expect(after.solution).not.toBeNull();
  });

  it("who asks for a hint keeps the variant too", async () => {
    const seen = await view(nobody());
    const visitor = guest();
    await askForHint(visitor, help(seen));
    expect(statementOf(await view(visitor))).toBe(statementOf(seen));
  });

  it("whose work is adopted keeps their own variant where they had begun one", async () => {
    const person = await somebody();
    const own = await view(person);
    await sent(person, "1");
    const visitor = guest();
    await sent(visitor, rightAnswer(await view(visitor)));
    await adoptGuestWork(visitor.personId, person.personId);
    expect(statementOf(await view(person))).toBe(statementOf(own));
    expect(await view(person)).toMatchObject({ state: "solved", solution: null });
  });
});

describe("help", () => {
  it("gives hints one at a time, and only those asked for ever leave the server", async () => {
    const person = await somebody();
    const seen = await view(person, "quadratic-form");
    const [first = "", second = ""] = gradientProblem.hints;
    expect(JSON.stringify(seen)).not.toContain(first);
    await askForHint(person, help(seen));
    expect((await view(person, "quadratic-form")).hints).toEqual({ given: [first], count: 2 });
    await askForHint(person, help(seen));
    await askForHint(person, help(seen));
    expect((await view(person, "quadratic-form")).hints).toEqual({ given: [first, second], count: 2 });
  });

  it("is remembered with the answers that come after it", async () => {
    const person = await somebody();
    const seen = await view(person);
    await askForHint(person, help(seen));
    const { id } = await sent(person, "1");
    await giveUp(person, help(seen));
    const later = await sent(person, rightAnswer(seen));
    const rows = await database().submission.findMany({
      where: { id: { in: [id, later.id] } },
      orderBy: { id: "asc" },
    });
    expect(rows.map(({ hints, solutionSeen }) => [hints, solutionSeen])).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  it("opens the solution to whoever gives up, and leaves the problem unsolved", async () => {
    const person = await somebody();
    const seen = await view(person, "quadratic-form");
    await giveUp(person, help(seen));
    expect(await view(person, "quadratic-form")).toMatchObject({
      solution: [{ markdown: gradientProblem.solution }],
      gaveUp: true,
      state: "new",
    });
  });
});

describe("a teacher", () => {
  it("reads a problem as a learner would, and for which numbers an answer was given", async () => {
    const person = await somebody();
    const seen = await view(person);
    const [a, k] = numbersOf(seen);
    await sent(person, rightAnswer(seen));
    const reply = await listProblemAnswers(await somebody("instructor"), drawnProblem.id);
    if (!reply.ok) throw new Error(reply.error.message);
    expect(JSON.stringify([reply.value.statement, reply.value.problem.title])).not.toContain("@");
    const own = reply.value.answers.find((row) => row.person.id === person.personId);
    expect(own?.drawn).toEqual({ a, k, low: k - 1, twice: a * k });
  });

  it("does not count somebody as answering who only looked for help", async () => {
    const teacher = await somebody("instructor");
    const count = async () => {
      const reply = await listProblemAnswers(teacher, derivedProblem.id);
      return reply.ok ? reply.value.problem.people : -1;
    };
    const before = await count();
    const person = await somebody();
    await giveUp(person, help(await view(person, derivedProblem.id)));
    expect(await count()).toBe(before);
    await sent(person, ["x'*x"], undefined, derivedProblem.id);
    expect(await count()).toBe(before + 1);
  });
});

describe("an answer in parts", () => {
  it("is stored line by line, and says which line does not follow", async () => {
    const person = await somebody();
    const wrong = await sent(person, ["x'*x", "x'*dx", "2*x'"], undefined, derivedProblem.id);
    expect(wrong).toMatchObject({
      text: "x'*x\nx'*dx\n2*x'",
      verdict: { form: "steps", firstWrong: 2 },
      feedback: { title: "Line 2 does not follow." },
    });
    const row = await database().submission.findUniqueOrThrow({ where: { id: wrong.id } });
    expect(row.parts).toEqual(["x'*x", "x'*dx", "2*x'"]);
    const right = await sent(person, [...derivedProblem.answer], undefined, derivedProblem.id);
    expect(right.feedback.outcome).toBe("right");
  });

  it("says in which line something cannot be read", async () => {
    const attempt = await sent(await somebody(), ["x'*x", "2*x'*dy"], undefined, derivedProblem.id);
    expect(attempt.verdict).toMatchObject({ status: "invalid", error: { line: 2, start: 5, end: 7 } });
  });

  it("is graded cell by cell", async () => {
    const person = await somebody();
    const wrong = await sent(person, { v1: "6", b1: "3" }, undefined, tracedProblem.id);
    expect(wrong).toMatchObject({
      text: "v1 = 6\nb1 = 3",
      verdict: { cells: { v1: true, b1: false } },
      feedback: { title: "One cell is not right yet." },
    });
    const odd = await sent(person, { v1: "6", b1: "y" }, undefined, tracedProblem.id);
    expect(odd.verdict).toMatchObject({ status: "invalid", error: { cell: "b1" } });
    expect((await sent(person, tracedProblem.answer, undefined, tracedProblem.id)).feedback.title).toBe("Right.");
  });
});

describe("a replay", () => {
  it("comes to the stored verdict from the stored rows alone", async () => {
    const person = await somebody();
    const seen = await view(person);
    await sent(person, rightAnswer(seen));
    await sent(person, `${rightAnswer(seen)} + 1`);
    await sent(person, ["x'*x", "x'*dx"], undefined, derivedProblem.id);
    const rows = await database().submission.findMany({
      where: { personId: person.personId },
      include: attemptInclude,
    });
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const { policy } = row.version;
      const key = readProblem({ ...recordOf(row.version, drawnOf(row.drawn)), layout: policy });
      if (!key.ok) throw new Error("the problem cannot be read");
      const text = (row.parts as AnswerText | null) ?? row.text;
      const verdict = grade({ text, syntax: row.syntax }, key.value, row.seed);
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(row.grades[0]?.verdict);
    }
  });
});
