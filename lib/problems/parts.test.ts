import { describe, expect, it } from "vitest";
import { recordOfDerivation, recordOfRow } from "./blocks";
import { readParts } from "./parts";

function block(kind: string, ...lines: string[]): string {
  return ["```".concat(kind), ...lines, "```"].join("\n");
}

describe("readParts", () => {
  it("takes a text apart in the order of reading", () => {
    const text = [
      "Before.",
      block("definition", "x = y"),
      block("claims", "rows:", '  - { equal: "a", to: "b" }'),
      block("derivation", 'lines: ["a", "b"]'),
      block("figure", "kind: rotating-frame", "title: A frame.", "angle: 1"),
      "After.",
    ].join("\n");
    const { parts, errors } = readParts(text);
    expect(errors).toEqual([]);
    expect(parts.map(({ kind, line }) => [kind, line])).toEqual([
      ["prose", 1],
      ["definition", 2],
      ["claims", 5],
      ["derivation", 9],
      ["figure", 12],
      ["prose", 17],
    ]);
  });

  it("says where each row of a claims block stands", () => {
    const rows = ['  - { equal: "a", to: "b" }', '  - { function: "x", slip: "2" }'];
    const { parts } = readParts(`Text.\n\n${block("claims", "rows:", ...rows)}`);
    expect(parts[1]).toMatchObject({ kind: "claims", rowLines: [5, 6] });
  });

  it("leaves other fences to the prose, with whatever stands in them", () => {
    const text = block("python", "x = 1", "# ```claims");
    expect(readParts(text).parts).toEqual([{ kind: "prose", line: 1, markdown: text }]);
  });

  it("keeps all the prose", () => {
    const text = "One.\n\nTwo.\n";
    expect(readParts(text).parts).toEqual([{ kind: "prose", line: 1, markdown: text }]);
  });

  it.each([
    ["a block without an end", "```claims\nrows: []", 1, /no end/],
    ["a block that is indented", "- item\n\n  ```claims\n  ```", 3, /margin/],
    ["an empty definition", block("definition", " "), 1, /empty/],
    ["broken YAML", `Text.\n${block("claims", "rows:", "  - { equal: [")}`, 4, /no YAML/],
    ["a block without rows", block("claims", "rows: []"), 2, /rows/],
    [
      "a row in one layout",
      block("claims", "rows:", "  - { function: x, numerator: y }"),
      3,
      /numerator and denominator/,
    ],
    ["a row with too much", block("claims", "rows:", "  - { equal: x, to: y, wrt: x }"), 3, /wrt/],
    [
      "a layout where there is none",
      block("claims", "rows:", "  - { function: x, form: index, numerator: a, denominator: b }"),
      3,
      /no layouts/,
    ],
    ["a derivation of one line", block("derivation", "lines: [a]"), 2, /two lines/],
    ["a figure without a title", block("figure", "kind: graph"), 2, /title/],
  ])("refuses %s", (_, text, line, message) => {
    const { errors } = readParts(text);
    expect(errors[0]).toMatchObject({ line, message: expect.stringMatching(message) });
  });
});

describe("the record of a block", () => {
  const around = { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" };

  function first(text: string) {
    const [part] = readParts(text).parts;
    return part;
  }

  it("takes variables and the variable of differentiation from the problem around it", () => {
    const part = first(block("claims", "rows:", `  - { function: "x'*x", answer: "2*x" }`));
    if (part?.kind !== "claims") throw new Error("claims");
    expect(recordOfRow(part.rows[0] as (typeof part.rows)[0], part, around)).toEqual({
      variables: around.variables,
      function: "x'*x",
      form: "derivative",
      wrt: "x",
    });
  });

  it("grades an identity as a reference", () => {
    const part = first(block("claims", "variables: { A: [n, n] }", "rows:", '  - { equal: "A", to: "1" }'));
    if (part?.kind !== "claims") throw new Error("claims");
    expect(recordOfRow(part.rows[0] as (typeof part.rows)[0], part, around)).toEqual({
      variables: { A: { shape: ["n", "n"] } },
      form: "derivative",
      reference: "1",
    });
  });

  it("derives the problem's own function unless it names another", () => {
    const part = first(block("derivation", 'lines: ["a", "b"]'));
    if (part?.kind !== "derivation") throw new Error("derivation");
    expect(recordOfDerivation(part, around)).toMatchObject({ form: "steps", function: "x'*x", wrt: "x" });
  });
});
