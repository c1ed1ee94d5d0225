import { describe, expect, it } from "vitest";
import { drawFor, drawnOf, hasVariants, recordOf, wordsOf } from "./instances";

const parameters = { a: { from: 1, to: 9 }, half: { is: "a/2" } };

describe("a draw", () => {
  it("comes out whole whatever the seed, and the same for the same seed", () => {
    for (let seed = 0; seed < 50; seed++) {
      const drawn = drawFor({ parameters }, `seed ${seed}`);
      expect(Number(drawn?.a)).toBe(2 * Number(drawn?.half));
      expect(drawFor({ parameters }, `seed ${seed}`)).toEqual(drawn);
    }
  });

  it("is nothing where there is nothing to draw", () => {
    expect([drawFor({ parameters: null }, "seed"), drawFor({ parameters: {} }, "seed")]).toEqual([null, null]);
    expect([hasVariants({ parameters: null }), hasVariants({ parameters })]).toEqual([false, true]);
  });
});

describe("an instance", () => {
  it("has drawn values in its record, sizes as numbers, and in its words", () => {
    const record = { variables: { "@name": { shape: ["@n"] } }, function: "@a*@name", wrt: "@name" };
    const drawn = drawnOf({ a: 3, n: 4, name: "u" });
    expect(recordOf({ record }, drawn)).toEqual({ variables: { u: { shape: [4] } }, function: "3*u", wrt: "u" });
    const words = { title: "By @name", statement: "Of size @{n}x", hints: ["Twice @a"], solution: null };
    expect(wordsOf(words, drawn)).toEqual({
      title: "By u",
      statement: "Of size 4x",
      hints: ["Twice 3"],
      solution: null,
    });
  });

  it("of a problem without parameters is what its author wrote", () => {
    const words = { title: "Mail to a@example.org", statement: "@", hints: [], solution: null };
    expect(wordsOf(words, null)).toEqual(words);
  });
});
