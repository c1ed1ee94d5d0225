import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judged, mostQuestions, type Node, nextQuestion, type PlacementAnswer, placeSkills } from "./index";

/** "a b<a c<a,b": topics in teaching order with what they need. */
const graph = (line: string): readonly Node[] =>
  line.split(" ").map((word) => {
    const [id = "", needs = ""] = word.split("<");
    return { id, needs: needs.split(",").filter(Boolean) };
  });

const chain = graph("a b<a c<b d<c e<d f<e g<f");

/** Asks somebody who knows exactly these topics. */
function placed(nodes: readonly Node[], knows: (id: string) => boolean) {
  const answers: PlacementAnswer[] = [];
  for (let topic = nextQuestion(nodes, answers); topic !== null; topic = nextQuestion(nodes, answers))
    answers.push({ topicId: topic, right: knows(topic) });
  return { answers, known: judged(nodes, answers).known };
}

describe("a placement", () => {
  it("begins in the middle and halves what is open", () => {
    expect(nextQuestion(chain, [])).toBe("d");
    expect(nextQuestion(chain, [{ topicId: "d", right: true }])).toBe("f");
    expect(nextQuestion(chain, [{ topicId: "d", right: false }])).toBe("b");
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    "finds in a chain of seven that the first %d are known, by three questions",
    (first) => {
      const known = new Set(chain.slice(0, first).map(({ id }) => id));
      const found = placed(chain, (id) => known.has(id));
      expect(found.known).toEqual(known);
      expect(found.answers).toHaveLength(3);
    },
  );

  it("takes a right answer over a wrong one below it", () => {
    const answers = [
      { topicId: "b", right: false },
      { topicId: "c", right: true },
    ];
    const { known, unknown } = judged(graph("a b<a c<b d<c"), answers);
    expect([[...known].sort(), [...unknown].sort()]).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("asks no topic twice, few questions, and never takes for known what somebody who tells the truth does not know", () => {
    const graphs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 40 }).map((rows) =>
      rows.map((picks, at) => ({
        id: `n${at}`,
        needs: at === 0 ? [] : [...new Set(picks.map((pick) => `n${pick % at}`))],
      })),
    );
    fc.assert(
      fc.property(graphs, fc.nat(40), (nodes, first) => {
        // A start of the teaching order holds with every topic what it needs.
        const knows = (id: string) => nodes.findIndex((node) => node.id === id) < first;
        const { answers, known } = placed(nodes, knows);
        expect(answers.length).toBeLessThanOrEqual(mostQuestions);
        expect(new Set(answers.map(({ topicId }) => topicId)).size).toBe(answers.length);
        expect([...known].every(knows)).toBe(true);
      }),
    );
  });

  it("says little of a skill, and nothing against what was seen of it", () => {
    const seen = { skill: { level: -2, seen: 3 }, review: null };
    const after = placeSkills(new Map([["old", seen]]), ["old", "new"]);
    expect(after.get("old")).toBe(seen);
    expect(after.get("new")?.skill.seen).toBeLessThan(1);
  });
});
