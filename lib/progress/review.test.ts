import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../base";
import { type DueSkill, isDue, type Recall, type Review, recallOf, retention, reviewSession, schedule } from "./index";

const start = new Date("2026-01-01T12:00:00Z");
const day = 86_400_000;
const later = (days: number): Date => new Date(start.getTime() + days * day);
const daysUntil = ({ due }: Review, now: Date): number => (due.getTime() - now.getTime()) / day;

/** Practises each time that it is due. */
function follow(recalls: readonly Recall[]): { readonly review: Review; readonly gaps: readonly number[] } {
  let [review, now]: [Review | null, Date] = [null, start];
  const gaps: number[] = [];
  for (const recall of recalls) {
    review = schedule(review, recall, now);
    gaps.push(daysUntil(review, now));
    now = review.due;
  }
  return { review: review as Review, gaps };
}

describe("what an answer says of memory", () => {
  it.each([
    ["again", { right: false, earlier: 0, hints: 0, difficulty: 2 }],
    ["hard", { right: true, earlier: 1, hints: 0, difficulty: 2 }],
    ["hard", { right: true, earlier: 0, hints: 1, difficulty: 5 }],
    ["good", { right: true, earlier: 0, hints: 0, difficulty: 3 }],
    ["easy", { right: true, earlier: 0, hints: 0, difficulty: 4 }],
  ] as const)("%s: %o", (recall, answer) => {
    expect(recallOf(answer)).toBe(recall);
  });
});

describe("the schedule of a skill", () => {
  it("comes back within a week after the first right answer", () => {
    const [first] = follow(["good"]).gaps;
    expect(first).toBeGreaterThanOrEqual(1);
    expect(first).toBeLessThanOrEqual(7);
  });

  it("waits longer after each right answer in turn", () => {
    const { gaps } = follow(["good", "good", "good", "good"]);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(new Set(gaps).size).toBe(gaps.length);
  });

  it("comes back sooner the worse an answer was", () => {
    const before = follow(["good", "good"]).review;
    const gaps = (["again", "hard", "good", "easy"] as const).map((recall) =>
      daysUntil(schedule(before, recall, before.due), before.due),
    );
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  it("is due when its time has come and not before", () => {
    const { review } = follow(["good"]);
    expect([isDue(review, new Date(review.due.getTime() - 1)), isDue(review, review.due)]).toEqual([false, true]);
  });

  it("forgets as time goes by, to nine in ten on the day it is due", () => {
    const { review } = follow(["good", "good"]);
    expect(retention(review, later(0.5))).toBeGreaterThan(retention(review, later(60)));
    expect(retention(review, review.due)).toBeCloseTo(0.9, 1);
  });

  it("is plain data: what was stored and read again goes on alike", () => {
    const { review } = follow(["good", "again", "hard"]);
    const stored = JSON.parse(JSON.stringify(review));
    const read: Review = { ...stored, due: new Date(stored.due), last: new Date(stored.last) };
    expect(schedule(read, "good", review.due)).toEqual(schedule(review, "good", review.due));
  });
});

describe("a review session", () => {
  const due = (text: string): DueSkill[] =>
    text.split(" ").map((name, at) => ({ skill: name, topicId: name[0] as string, retention: at / 100 }));
  const problemsFor = (skills: readonly DueSkill[]) =>
    skills.map(({ skill }) => ({ id: `p-${skill}`, skill, difficulty: 2 }));

  it("begins with what is most nearly forgotten and keeps to the time", () => {
    const skills = due("a1 b1 c1 d1 e1 f1 g1 h1 i1 j1");
    const session = reviewSession(skills, problemsFor(skills), 10, random("session"));
    expect(session).toEqual(["p-a1", "p-b1", "p-c1", "p-d1", "p-e1", "p-f1"]);
  });

  it("lets topics take turns", () => {
    const skills = due("a1 a2 a3 b1 b2 b3");
    const session = reviewSession(skills, problemsFor(skills), 60, random("session"));
    const topics = session.map((id) => id[2]);
    expect(topics.filter((topic, at) => topic === topics[at - 1])).toEqual([]);
    expect(session).toHaveLength(6);
  });

  it("asks for no problem twice, and for none of the hardest", () => {
    const skill = fc.record({
      skill: fc.constantFrom("s", "t", "u", "v"),
      topicId: fc.constantFrom("a", "b"),
      retention: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const problem = fc.record({
      id: fc.constantFrom(..."123456789"),
      skill: fc.constantFrom("s", "t", "u", "v"),
      difficulty: fc.integer({ min: 1, max: 5 }),
    });
    const bank = fc.uniqueArray(problem, { selector: ({ id }) => id });
    fc.assert(
      fc.property(fc.array(skill), bank, (skills, problems) => {
        const session = reviewSession(skills, problems, 10, random("law"));
        expect(new Set(session).size).toBe(session.length);
        expect(problems.filter(({ id, difficulty }) => difficulty === 5 && session.includes(id))).toEqual([]);
      }),
    );
  });
});
