import { describe, expect, it } from "vitest";
import { afterAttempt, attemptOf, type Estimates, isDue, type StoredAnswer } from "./index";

const now = new Date("2026-01-01T12:00:00Z");
const none: Estimates = new Map();

const answer = (given: Partial<StoredAnswer> = {}): StoredAnswer => ({
  skills: ["trace"],
  demands: [],
  difficulty: 3,
  right: true,
  hints: 0,
  causes: [],
  guess: 0,
  solutionSeen: false,
  ...given,
});

const wrong = { right: false, solutionSeen: false };
const right = { right: true, solutionSeen: false };
const read = { right: false, solutionSeen: true };

describe("an answer", () => {
  it.each([
    ["to a fresh variant counts in full", [], 0],
    ["behind two wrong ones has two before it", [wrong, wrong], 2],
    ["to a variant that was solved says nothing", [wrong, right], undefined],
    ["behind another one that had read the solution says nothing", [read], undefined],
  ])("%s", (_, before, earlier) => {
    expect(attemptOf(answer(), before)?.earlier).toBe(earlier);
  });

  it("that had read the solution counts as not known, whatever it says", () => {
    const told = attemptOf(answer({ solutionSeen: true, causes: ["sign"] }), []);
    expect(told).toMatchObject({ right: false, causes: [] });
  });
});

describe("the next review", () => {
  const estimated = (given: Partial<StoredAnswer>, earlier = 0, estimates = none) =>
    afterAttempt(estimates, { ...answer(given), earlier }, now);
  const due = (estimates: Estimates, skill = "trace") => estimates.get(skill)?.review?.due.getTime() ?? 0;

  it("of a skill lies behind the day on which it was practised", () => {
    const review = estimated({}).get("trace")?.review;
    expect(review && isDue(review, now)).toBe(false);
  });

  it("comes sooner after a miss than after a right answer", () => {
    expect(due(estimated({ right: false }))).toBeLessThan(due(estimated({})));
  });

  it("is not moved by a second answer to the same variant", () => {
    const first = estimated({ right: false });
    expect(due(estimated({}, 1, first))).toBe(due(first));
  });

  it("is set for what is practised beside the main skill, and not for crafts", () => {
    const estimates = estimated({ skills: ["trace", "linear"], demands: ["missing-transpose"] });
    expect(due(estimates, "linear")).toBeGreaterThan(0);
    expect(estimates.get("craft-transposes")).toMatchObject({ review: null });
  });

  it("of a skill that is well known is not thrown back as far by a slip in a craft as by a miss", () => {
    let known = none;
    for (const day of [0, 4, 20])
      known = afterAttempt(known, { ...answer(), earlier: 0 }, new Date(now.getTime() + day * 86_400_000));
    const later = new Date(now.getTime() + 60 * 86_400_000);
    const slip = afterAttempt(known, { ...answer({ right: false, causes: ["sign"] }), earlier: 0 }, later);
    const miss = afterAttempt(known, { ...answer({ right: false }), earlier: 0 }, later);
    expect(due(miss)).toBeLessThan(due(slip));
  });
});
