import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layered, type Node } from "./index";

/** Nodes that need some of those before them. */
const graphs: fc.Arbitrary<readonly Node[]> = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 20 })
  .map((rows) =>
    rows.map((picks, at) => ({
      id: `n${at}`,
      needs: at === 0 ? [] : [...new Set(picks.map((pick) => `n${pick % at}`))],
    })),
  );

describe("layers", () => {
  it("hold each node once, behind all that it needs and no further", () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const places = new Map(layered(nodes).map((place) => [place.id, place]));
        expect(places.size).toBe(nodes.length);
        expect(new Set([...places.values()].map(({ layer, column }) => `${layer} ${column}`)).size).toBe(nodes.length);
        for (const { id, needs } of nodes) {
          const last = Math.max(-1, ...needs.map((need) => places.get(need)?.layer ?? Number.NaN));
          expect(places.get(id)?.layer).toBe(last + 1);
        }
      }),
    );
  });

  it("do not let lines cross that need not", () => {
    const nodes = [
      { id: "a", needs: [] },
      { id: "b", needs: [] },
      { id: "of b", needs: ["b"] },
      { id: "of a", needs: ["a"] },
    ];
    const column = (id: string) => layered(nodes).find((place) => place.id === id)?.column;
    expect(column("a") === column("of a") && column("b") === column("of b")).toBe(true);
  });

  it("leave out what is not there", () => {
    expect(layered([{ id: "a", needs: ["gone"] }])).toEqual([{ id: "a", layer: 0, column: 0 }]);
    expect(layered([])).toEqual([]);
  });
});
