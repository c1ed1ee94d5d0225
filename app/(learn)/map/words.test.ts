import { describe, expect, it } from "vitest";
import type { MapTopicView } from "@/lib/services";
import { inLines, standingInWords, topicInWords } from "./words";

const topic = (given: Partial<MapTopicView> = {}): MapTopicView => ({
  id: "trace",
  title: "The trace",
  goal: "",
  group: "",
  order: 1,
  needs: [],
  layer: 0,
  column: 0,
  grasp: "new",
  mastery: 0,
  solved: 0,
  problems: 8,
  due: 0,
  ready: false,
  missing: [],
  ...given,
});

describe("a topic on the map", () => {
  it.each<[string, Partial<MapTopicView>]>([
    ["Ready", { ready: true }],
    ["Later", { missing: [{ id: "gradient", title: "The gradient" }] }],
    ["Learning, 21 %", { grasp: "learning", mastery: 0.214 }],
    ["Mastered, 80 %", { grasp: "mastered", mastery: 0.8 }],
  ])("says %s", (words, given) => {
    expect(standingInWords(topic(given))).toBe(words);
  });

  it("is read out with what is due", () => {
    const told = topicInWords(topic({ grasp: "practised", mastery: 0.5, due: 2 }));
    expect(told).toBe("The trace: practised, 50 %, 2 skills due for review");
  });

  it.each([
    ["The trace", ["The trace"]],
    ["Scalars, vectors, matrices and shapes", ["Scalars, vectors,", "matrices and", "shapes"]],
    ["Backpropagationinonelongword", ["Backpropagationinonelongword"]],
  ])("has its title %j in lines", (title, lines) => {
    expect(inLines(title, 17)).toEqual(lines);
  });
});
