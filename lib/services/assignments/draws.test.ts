import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, drawsOf, type Rank } from "./draws";

/** Ten problems of one topic, by turns of difficulty 1 to 5. */
const candidates: readonly Candidate[] = Array.from({ length: 10 }, (_, index) => ({
  id: `problem ${index}`,
  topicId: "gradient",
  difficulty: 1 + (index % 5),
  versionId: `version ${index}`,
}));

const rankOf =
  (student: string): Rank =>
  (itemId, problemId) =>
    createHash("sha256").update(`${student} ${itemId} ${problemId}`).digest("hex");

const named = (problemId: string) => ({ id: `of ${problemId}`, problemId, topicId: null, difficulty: null, count: 1 });
const drawn = (id: string, count: number, difficulty: number | null = null) => ({
  id,
  problemId: null,
  topicId: "gradient",
  difficulty,
  count,
});

describe("what a student is given", () => {
  it("is what was named, and beside it no problem twice", () => {
    const items = [drawn("any", 4), named("problem 3"), drawn("hard", 2, 5)];
    const student = fc.string();
    fc.assert(
      fc.property(student, (name) => {
        const draws = drawsOf(items, candidates, [], rankOf(name));
        const ids = draws.map(({ problemId }) => problemId);
        expect(new Set(ids).size).toBe(7);
        expect(ids).toContain("problem 3");
        const hard = draws.filter(({ itemId }) => itemId === "hard").map(({ problemId }) => problemId);
        expect(hard.sort()).toEqual(["problem 4", "problem 9"]);
      }),
    );
  });

  it("is the same each time, and not the same for all", () => {
    const items = [drawn("any", 2)];
    const of = (student: string) => drawsOf(items, candidates, [], rankOf(student)).map(({ problemId }) => problemId);
    const all = Array.from({ length: 50 }, (_, student) => of(String(student)));
    expect(Array.from({ length: 50 }, (_, student) => of(String(student)))).toEqual(all);
    const firsts = new Set(all.map(([first]) => first));
    expect(firsts.size).toBeGreaterThan(7);
  });

  it("stays where some is given out, and where problems are added", () => {
    const items = [drawn("any", 3)];
    const before = drawsOf(items, candidates, [], rankOf("ada"));
    const [first] = before;
    if (!first) throw new Error("something is drawn");
    const rest = drawsOf(items, candidates, [first], rankOf("ada"));
    expect(rest).toEqual(before.slice(1));
    const other: Candidate = { id: "new", topicId: "norms", difficulty: 1, versionId: "v" };
    expect(drawsOf(items, [...candidates, other], [], rankOf("ada"))).toEqual(before);
  });

  it("leaves places empty where a topic has too few", () => {
    expect(drawsOf([drawn("hard", 5, 5)], candidates, [], rankOf("ada"))).toHaveLength(2);
    expect(drawsOf([named("gone")], candidates, [], rankOf("ada"))).toEqual([]);
  });
});
