import { describe, expect, it } from "vitest";
import { gradeRecord, seedOf } from "./record";

const problem = { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" };
const graded = (record: unknown): { id: unknown; status: string } => {
  const { id, verdict } = gradeRecord(record, "record");
  return { id, status: verdict.status };
};

describe("a record", () => {
  it.each([
    [
      { id: "a", problem, answer: "2*x" },
      { id: "a", status: "graded" },
    ],
    [
      { id: 7, problem, answer: "2*x" },
      { id: 7, status: "graded" },
    ],
    [
      { problem, answer: "2*x" },
      { id: null, status: "graded" },
    ],
    [
      { id: null, problem, answer: "2*x" },
      { id: null, status: "graded" },
    ],
    [
      { id: 0, problem, answer: "2 \\mathbf{x}", syntax: "latex" },
      { id: 0, status: "graded" },
    ],
    [
      { id: "", problem, answer: "2*x*" },
      { id: "", status: "invalid" },
    ],
    [
      { id: "b", problem, answer: ["2*x"] },
      { id: "b", status: "invalid" },
    ],
    [
      { id: "c", problem, answer: 5 },
      { id: "c", status: "bad-problem" },
    ],
    [
      { id: "c", problem },
      { id: "c", status: "bad-problem" },
    ],
    [
      { id: "d", answer: "2*x" },
      { id: "d", status: "bad-problem" },
    ],
    [
      { id: "e", problem, answer: "2*x", syntax: "mathml" },
      { id: "e", status: "bad-problem" },
    ],
    [
      { id: true, problem, answer: "2*x" },
      { id: null, status: "bad-problem" },
    ],
    [
      { id: "f", problem: { ...problem, function: "x*x" }, answer: "2*x" },
      { id: "f", status: "bad-problem" },
    ],
    [null, { id: null, status: "bad-problem" }],
    [5, { id: null, status: "bad-problem" }],
    ["text", { id: null, status: "bad-problem" }],
    [[], { id: null, status: "bad-problem" }],
  ])("%j comes back as %j", (record, want) => {
    expect(graded(record)).toEqual(want);
  });

  it("says what is wrong with it", () => {
    const { verdict } = gradeRecord({ id: 1, problem, answer: 5 }, "record");
    expect(verdict).toMatchObject({ error: { code: "syntax", facts: { detail: expect.stringMatching(/^answer: /) } } });
    const whole = gradeRecord(null, "record").verdict;
    expect(whole).toMatchObject({ error: { facts: { detail: expect.stringMatching(/^record: /) } } });
  });
});

describe("the seed of a verdict", () => {
  it("follows from the problem whatever the order of its keys, and from the secret", () => {
    const turned = { wrt: "x", function: "x'*x", variables: { x: { shape: ["n"] } } };
    expect(seedOf(turned, "s")).toBe(seedOf(problem, "s"));
    expect(seedOf(problem, "t")).not.toBe(seedOf(problem, "s"));
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [1, [2]] }, { a: [[1], 2] }],
    [{ a: "1" }, { a: 1 }],
    [{ a: null }, { a: "null" }],
    [{ a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }],
    [{ "a:1,b": 2 }, { a: 1, b: 2 }],
  ])("tells %j from %j", (one, other) => {
    expect(seedOf(one, "s")).not.toBe(seedOf(other, "s"));
  });
});
