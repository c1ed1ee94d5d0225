import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { describeBankError } from "./bank";
import { largestPack, readPack, writePack } from "./pack";
import type { AuthoredProblem } from "./schema";

const problem: AuthoredProblem = {
  id: "square",
  topic: "gradient",
  title: "A square",
  skills: [],
  sources: [],
  policy: "either",
  input: "text",
  layouts: "alike",
  statement: "Differentiate $x^2$.\n\nBy $x$.",
  problem: { variables: { x: { shape: [] } }, function: "x^2", wrt: "x" },
  answers: { numerator: "2*x", denominator: "2*x" },
  spoiled: [],
  hints: [],
};

const read = (text: string, path = "pack.yaml") => readPack([{ path, text }]);
const complaints = (text: string) => {
  const { rows, errors } = read(text);
  return [...errors, ...rows.flatMap((row) => row.errors)].map(describeBankError);
};
const written = (...problems: object[]) => stringify(problems, { aliasDuplicateObjects: false });

describe("a pack", () => {
  it("comes back as it was written, whatever its texts are made of", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).map((each) => `a${each.trim()}b`);
    const drawn = fc.record({ title: text, statement: text, solution: text, hints: fc.array(text, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 4 }), (all) => {
        const problems = all.map((each, at) => ({ ...problem, ...each, id: `p-${at}`, answer: undefined }));
        const { rows, errors } = read(writePack(problems));
        expect(errors).toEqual([]);
        expect(rows.map((row) => JSON.stringify(sorted(row.problem)))).toEqual(
          problems.map((each) => JSON.stringify(sorted(each))),
        );
      }),
    );
  });

  it("takes the topic from the folder of a problems.yaml", () => {
    const { topic: _, ...rest } = problem;
    expect(read(written(rest), "06-hessian/problems.yaml").rows[0]?.problem?.topic).toBe("hessian");
    expect(complaints(written(rest))[0]).toMatch(/^pack.yaml:1: square: topic: /);
  });

  it.each([
    ["an unknown field", { notes: "x" }, /^pack.yaml:\d+: square: Unrecognized key/],
    ["a name that is no parameter", { title: "The @k" }, /square: title: @k is no parameter/],
    [
      "parameters that need each other",
      { title: "@a", parameters: { a: { is: "b + 1" }, b: { is: "a + 1" } } },
      /square: parameters.a: .*earlier parameters/,
    ],
    ["a function that cannot be read", { problem: { ...problem.problem, function: "x^(" } }, /problem.function: /],
    ["no right answer", { answers: undefined }, /square: answers: /],
  ])("refuses %s with its line", (_, change, message) => {
    expect(complaints(written({ ...problem, ...change }))[0]).toMatch(message);
  });

  it("refuses the second of two with one id", () => {
    const [complaint] = complaints(written(problem, problem));
    expect(complaint).toMatch(/^pack.yaml:\d+: square: id: this id is taken in line 1$/);
  });

  it.each([
    ["a ring", "- &a\n  id: *a\n", /pack.yaml:2: an alias/],
    ["a bomb", `- &a [x]\n${"- [*a, *a, *a]\n".repeat(9)}`, /pack.yaml:2: an alias/],
    ["no list", "id: square", /pack.yaml:1: the file is not a list/],
    ["no YAML", "- [", /this is no YAML/],
    ["a huge file", `# ${"x".repeat(largestPack.characters)}`, /at most 2,000,000 characters/],
    ["too many problems", "- {}\n".repeat(largestPack.problems + 1), /at most 1000 problems, not 1001/],
  ])("refuses %s as a whole", (_, text, message) => {
    expect(complaints(text)).toEqual([expect.stringMatching(message)]);
    expect(read(text).rows).toEqual([]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]);
}
