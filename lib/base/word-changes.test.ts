import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordChanges } from "./word-changes";

/** `same [removed] {added}`. */
function shown(before: string, after: string): string {
  const marks = { same: ["", ""], removed: ["[", "]"], added: ["{", "}"] } as const;
  return wordChanges(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join("");
}

describe("what has changed between two texts", () => {
  it.each([
    ["one two", "one two", "one two"],
    ["", "one", "{one}"],
    ["one", "", "[one]"],
    ["find the slope", "find its slope", "find [the]{its} slope"],
    ["2*x'*A", "2*x'*(A + A')", "2*x'*{(}A{ + A')}"],
    ["a b c d", "a c b d", "a [b ]c{ b} d"],
  ])("%j to %j is %s", (before, after, changes) => {
    expect(shown(before, after)).toBe(changes);
  });

  it("leaves out nothing of either text", () => {
    const text = fc.array(fc.constantFrom("a", "b", " ", "$", "\n", "word")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("marks long texts that have nothing in common as a whole", () => {
    const pieces = wordChanges("a ".repeat(3_000), "b ".repeat(3_000));
    expect(pieces.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["removed", "added"]));
  });
});
