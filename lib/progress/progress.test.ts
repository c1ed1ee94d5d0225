import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  advance,
  type Exercise,
  ease,
  join,
  type Lesson,
  nextProblem,
  type Standing,
  stateOf,
  topicProgress,
  untouched,
} from "./index";

const answers = fc.array(fc.boolean(), { maxLength: 12 });
const standing = (outcomes: readonly boolean[]): Standing => outcomes.reduce(advance, untouched);
const exercise = fc.record({ difficulty: fc.option(fc.integer({ min: 1, max: 5 })), standing: answers.map(standing) });
const exercises = fc.array(exercise, { maxLength: 8 });

/** "-" is a miss, "+" a right answer. */
const marked = (marks: string): Standing => standing([...marks].map((mark) => mark === "+"));

describe("standing", () => {
  it.each([
    ["", "new", null],
    ["--", "attempted", null],
    ["+", "solved", 1],
    ["--+-+", "solved", 3],
  ])("after %j is %s with the first right answer at %s", (marks, state, firstRight) => {
    expect([stateOf(marked(marks)), marked(marks).firstRight]).toEqual([state, firstRight]);
  });

  it("is the same whether answers are given in one place or joined from two", () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        expect(join(standing(one), standing(other))).toEqual(standing([...one, ...other]));
      }),
    );
  });
});

describe("mastery", () => {
  it.each([
    ["-", 0],
    ["+", 1],
    ["-+", 0.9],
    ["--------+", 0.5],
  ])("gives a problem answered %s an ease of %d", (marks, expected) => {
    expect(ease(marked(marks))).toBeCloseTo(expected, 12);
  });

  it("weighs problems by their difficulty", () => {
    const solved: Exercise = { difficulty: 1, standing: marked("+") };
    const open: Exercise = { difficulty: 3, standing: marked("-") };
    expect(topicProgress([solved, open])).toEqual({ problems: 2, attempted: 2, solved: 1, mastery: 0.25 });
  });

  it("lies between 0 and 1, and is 1 only where everything was solved at once", () => {
    fc.assert(
      fc.property(exercises, (all) => {
        const { mastery } = topicProgress(all);
        expect(mastery).toBeGreaterThanOrEqual(0);
        expect(mastery).toBeLessThanOrEqual(1);
        const perfect = all.length > 0 && all.every((each) => each.standing.firstRight === 1);
        expect(Math.abs(mastery - 1) < 1e-12).toBe(perfect);
      }),
    );
  });

  it("never falls with one more answer", () => {
    fc.assert(
      fc.property(exercises, exercise, fc.boolean(), (others, each, right) => {
        const then = topicProgress([...others, { ...each, standing: advance(each.standing, right) }]).mastery;
        expect(then).toBeGreaterThanOrEqual(topicProgress([...others, each]).mastery);
      }),
    );
  });

  it("does not depend on the order of the problems", () => {
    fc.assert(
      fc.property(exercises, (all) => {
        const turned = topicProgress([...all].reverse());
        const { mastery, ...counts } = topicProgress(all);
        expect(turned).toMatchObject(counts);
        expect(turned.mastery).toBeCloseTo(mastery, 12);
      }),
    );
  });
});

describe("the next problem", () => {
  /** "gradient < layouts: a+ b" is the topic gradient, which needs layouts, with problem a solved and b not. */
  const lesson = (line: string): Lesson => {
    const [head = "", problems = ""] = line.split(":");
    const [topicId = "", ...needs] = head.trim().split(/[\s<]+/);
    const listed = problems.trim().split(/\s+/).filter(Boolean);
    const read = (text: string) => ({
      id: text.replace("+", ""),
      difficulty: 2,
      standing: marked(text.includes("+") ? "+" : ""),
    });
    return { topicId, needs, problems: listed.map(read) };
  };
  const next = (lines: readonly string[], busyWith: string | null = null) =>
    nextProblem(lines.map(lesson), busyWith)?.problemId ?? null;

  it.each([
    ["is the first unsolved one of the first topic", ["one: a+ b", "two < one: c"], null, "b"],
    ["stays with the topic one is busy with", ["one: a b", "two < one: c+ d"], "two", "d"],
    ["leaves a topic that is done", ["one: a b", "two: c+ d+"], "two", "a"],
    ["needs enough of the topics before", ["two < one: c", "one: a b+ e", "three: d"], null, "a"],
    ["passes over topics without problems", ["one:", "two < one: c"], null, "c"],
    ["comes even where no needs are met", ["two < one: c", "one < two: a"], null, "c"],
    ["is none where everything is solved", ["one: a+"], "one", null],
  ] as const)("%s", (_, lines, busyWith, expected) => {
    expect(next(lines, busyWith)).toBe(expected);
  });

  it("passes over a topic that is known, and goes on from it", () => {
    const [one, two] = ["one: a", "two < one: b"].map(lesson);
    if (!one || !two) throw new Error("there are two lessons");
    expect(nextProblem([{ ...one, known: true }, two], null)?.problemId).toBe("b");
    expect(nextProblem([{ ...one, known: true }], null)?.problemId).toBe("a");
  });
});
