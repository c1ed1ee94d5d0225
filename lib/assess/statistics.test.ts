import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlation, discrimination, itemStatistics, mean, median, type Work } from "./statistics";

describe("means and medians", () => {
  it.each([
    [[], null, null],
    [[3], 3, 3],
    [[1, 2], 1.5, 1.5],
    [[9, 1, 2], 4, 2],
    [[4, 1, 3, 100], 27, 3.5],
    [[2, 2, 2, 2], 2, 2],
  ])("of %j are %s and %s", (values, theMean, theMedian) => {
    expect([mean(values), median(values)]).toEqual([theMean, theMedian]);
  });
});

describe("a correlation", () => {
  // By hand: deviations -1 0 1 and -2 -1 3 give 5 over √(2·14); -1.5 -0.5 0.5 1.5 and -0.5 0.5 -0.5 0.5 give 1 over √(5·1).
  it.each([
    [[1, 2, 3], [2, 4, 6], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3], [1, 2, 6], 5 / Math.sqrt(28)],
    [[1, 2, 3, 4], [0, 1, 0, 1], 1 / Math.sqrt(5)],
    [[1, 1, 1], [1, 2, 3], null],
    [[1, 2, 3], [5, 5, 5], null],
    [[], [], null],
  ])("of %j and %j is %s", (xs, ys, want) => {
    if (want === null) expect(correlation(xs, ys)).toBeNull();
    else expect(correlation(xs, ys)).toBeCloseTo(want, 12);
  });

  it("lies between -1 and 1, and does not change with the units", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
        const one = correlation(xs, ys);
        const other = correlation(
          xs.map((x) => 3 * x + 7),
          ys,
        );
        if (one === null || other === null) return one === other;
        return Math.abs(one) <= 1 + 1e-9 && Math.abs(one - other) < 1e-9;
      }),
    );
  });
});

describe("the discrimination", () => {
  const scores = (items: string, rests: readonly number[]) =>
    [...items].map((item, at) => ({ item: Number(item), rest: rests[at] ?? 0 }));

  it("is nothing where there are too few students, or all are alike", () => {
    expect(discrimination(scores("111110000", [1, 1, 1, 1, 1, 0, 0, 0, 0]))).toBeNull();
    expect(discrimination(scores("1111111111", [1, 0, 1, 0, 1, 0, 1, 0, 1, 0]))).toBeNull();
  });

  // By hand: deviations of ±0.5 and ±0.2; each of ten that agree gives 0.1, each that does not -0.1, over √(10·0.25·10·0.04) = 1.
  it.each([
    ["1111100000", [0.8, 0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.4], 1],
    ["0000011111", [0.8, 0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.4], -1],
    ["1111010000", [0.8, 0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.4], 0.6],
  ])("of %s has this sign and size", (items, rests, want) => {
    expect(discrimination(scores(items, rests))).toBeCloseTo(want, 12);
  });
});

describe("the statistics of problems", () => {
  const work = (
    personId: string,
    problemId: string,
    attempts: number,
    firstRight: number | null,
    seconds?: number,
  ): Work => ({
    personId,
    problemId,
    attempts,
    firstRight,
    seconds: seconds ?? null,
  });

  it("count who has tried, first and in the end, with the median time of those who got there", () => {
    const all = [
      work("ada", "p", 1, 1, 60),
      work("bob", "p", 3, 3, 300),
      work("cem", "p", 4, null),
      work("dee", "p", 0, null),
      work("ada", "q", 2, 2, 100),
    ];
    expect(itemStatistics(all)).toEqual([
      { problemId: "p", students: 3, first: 1 / 3, end: 2 / 3, discrimination: null, attempts: 8 / 3, seconds: 180 },
      { problemId: "q", students: 1, first: 0, end: 1, discrimination: null, attempts: 2, seconds: 100 },
    ]);
  });

  it("compare a problem with the others of each student, and not with itself", () => {
    const strong = ["a", "b", "c", "d", "e"].flatMap((person) => [work(person, "p", 1, 1), work(person, "q", 1, 1)]);
    const weak = ["f", "g", "h", "i", "j"].flatMap((person) => [work(person, "p", 2, 2), work(person, "q", 2, null)]);
    const [p, q] = itemStatistics([...strong, ...weak]);
    expect([p?.discrimination, q?.discrimination]).toEqual([1, 1].map((one) => expect.closeTo(one, 12)));
  });
});
