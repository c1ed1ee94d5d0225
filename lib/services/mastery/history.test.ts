import { describe, expect, it } from "vitest";
import type { StoredAnswer } from "../../progress";
import { daysOf, mondays, weeksOf, weeksShown } from "./history";
import type { Told } from "./replay";
import { countSlips } from "./slips";

// A Saturday.
const now = new Date("2026-03-14T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let variants = 0;

function told(at: Date, given: Partial<StoredAnswer> = {}, topicId = "trace"): Told {
  const answer = { skills: ["trace"], demands: [], difficulty: 3, right: true, hints: 0, causes: [], guess: 0 };
  return { at, topicId, variant: `variant ${variants++}`, answer: { ...answer, solutionSeen: false, ...given } };
}

describe("the weeks of the dashboard", () => {
  it("begin on Mondays and end with the present one", () => {
    expect(mondays(now).at(-1)).toEqual(new Date("2026-03-09T00:00:00Z"));
    expect(new Set(mondays(now).map((day) => day.getUTCDay()))).toEqual(new Set([1]));
    expect(mondays(now)).toHaveLength(weeksShown);
  });

  it("tell how many skills were had how well at the end of each", () => {
    const answers = [21, 20, 13, 12, 11, 10].map((days) => told(daysAgo(days)));
    const other = told(daysAgo(1), { skills: ["gone"] });
    const weeks = weeksOf({ told: [...answers, other], givenUp: [], placed: null }, new Set(["trace"]), now);
    const told4 = weeks.slice(-4).map(({ learning, practised, mastered }) => [learning, practised, mastered]);
    expect(told4).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(weeks[0]).toMatchObject({ learning: 0, practised: 0, mastered: 0 });
  });
});

describe("the days of the dashboard", () => {
  it("run from the first Monday to today, each with its answers", () => {
    const days = daysOf([told(daysAgo(0)), told(daysAgo(0)), told(daysAgo(5)), told(daysAgo(400))], now);
    expect(days).toHaveLength((weeksShown - 1) * 7 + 6);
    expect(days.at(-1)).toEqual({ day: new Date("2026-03-14T00:00:00Z"), answers: 2 });
    expect(days.at(-6)?.answers).toBe(1);
    expect(days.reduce((sum, { answers }) => sum + answers, 0)).toBe(3);
  });
});

describe("slips", () => {
  const slip = (cause: string, topicId?: string) => told(daysAgo(3), { right: false, causes: [cause] }, topicId);

  it("are counted by craft and topic, the worst first", () => {
    const slips = countSlips([slip("sign"), slip("missing-transpose"), slip("sign", "chain"), slip("sign")], now);
    expect(slips).toEqual([
      {
        craft: "craft-signs",
        count: 3,
        topics: [
          { id: "trace", count: 2 },
          { id: "chain", count: 1 },
        ],
      },
      { craft: "craft-transposes", count: 1, topics: [{ id: "trace", count: 1 }] },
    ]);
  });

  it("of long ago, of no craft and of right answers are none", () => {
    const old = told(daysAgo(200), { right: false, causes: ["sign"] });
    const right = told(daysAgo(1), { causes: ["sign"] });
    expect(countSlips([old, right, slip("not-differentiated")], now)).toEqual([]);
  });
});
