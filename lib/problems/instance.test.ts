import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill, unusedParameters } from "./fill";
import { instantiate, rightAnswers } from "./instance";
import { countVariants, drawParameters, parametersSchema } from "./parameters";
import { type BankProblem, bankProblem } from "./schema";

const problem: BankProblem = bankProblem.parse({
  id: "scaled-square",
  topic: "gradient",
  title: "@k times a square",
  skills: ["collect-partials"],
  difficulty: 1,
  sources: ["own"],
  policy: "either",
  parameters: { k: { from: 2, to: 5 }, n: { "one-of": [2, 3] }, v: { "one-of": ["x", "u"] }, twice: { is: "2*k" } },
  statement: "Differentiate $@k @v^\\top @v$ for @n entries; $@{k}a$.",
  problem: { variables: { "@v": { shape: ["@n"] } }, function: "@k*@v'*@v", wrt: "@v" },
  answers: { numerator: "@twice*@v'", denominator: "@twice*@v" },
  spoiled: [
    { answer: "@k*@v", slip: "Loses the 2." },
    { answer: "2*@v", slip: "Loses the @k." },
  ],
  hints: ["There are @n entries."],
  solution: "It is $@twice @v$ as a column.",
});

const seeds = fc.string({ maxLength: 12 });

function drawn(seed: string, of = problem) {
  const read = instantiate(of, seed);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe("instantiate", () => {
  it("draws the same for the same seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(drawn(seed)).toEqual(drawn(seed));
      }),
    );
  });

  it("draws every value of a parameter, and none beside it", () => {
    const values = Array.from({ length: 80 }, (_, k) => drawn(`seed ${k}`).drawn);
    expect(new Set(values.map(({ k }) => k))).toEqual(new Set([2, 3, 4, 5]));
    expect(new Set(values.map(({ n }) => n))).toEqual(new Set([2, 3]));
    expect(new Set(values.map(({ v }) => v))).toEqual(new Set(["x", "u"]));
  });

  it("computes what is computed from others", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { k, twice } = drawn(seed).drawn;
        expect(twice).toBe(2 * Number(k));
      }),
    );
  });

  it("draws a parameter alike whatever is declared beside it", () => {
    const more = { ...problem, title: "@extra", parameters: { extra: { from: 1, to: 9 }, ...problem.parameters } };
    fc.assert(
      fc.property(seeds, (seed) => {
        const { extra, ...others } = drawn(seed, more).drawn;
        expect(others).toEqual(drawn(seed).drawn);
      }),
    );
  });

  it("puts values in every string, in keys and in sizes, and leaves no @", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { instance, drawn: values } = drawn(seed);
        expect(JSON.stringify(instance)).not.toContain("@");
        expect(instance.problem.variables).toEqual({ [String(values.v)]: { shape: [values.n] } });
        expect(instance.title).toBe(`${values.k} times a square`);
        expect(instance.statement).toContain(`$${values.k}a$`);
        expect(rightAnswers(instance).numerator).toBe(`${values.twice}*${values.v}'`);
      }),
    );
  });

  it("counts the different draws", () => {
    expect(countVariants(problem.parameters)).toBe(16);
    expect(countVariants()).toBe(1);
  });

  it.each([
    ["a division that does not come out", { a: { is: "3/2" } }, "does not come out whole"],
    ["a name in a formula", { v: { "one-of": ["x", "y"] }, a: { is: "2*v" } }, "uses more than"],
    ["a later parameter", { a: { is: "2*b" }, b: { from: 1, to: 2 } }, "cannot be read"],
    ["a function", { a: { is: "sin(1)" } }, "uses more than"],
  ])("refuses %s", (_, parameters, message) => {
    const read = drawParameters(parametersSchema.parse(parameters), "seed");
    expect(read.ok ? "" : read.error.message).toContain(message);
  });

  it("names the parameters that nothing uses", () => {
    expect(unusedParameters(problem)).toEqual([]);
    const parameters = { ...problem.parameters, lost: { is: "k + 1" } };
    expect(unusedParameters({ ...problem, parameters })).toEqual(["lost"]);
  });

  it("names the field of an unknown parameter", () => {
    const read = instantiate({ ...problem, hints: ["fine", "@lost"] }, "seed");
    expect(read.ok ? [] : read.error).toMatchObject([{ path: ["hints", 1] }]);
  });

  it("asks for an answer in each layout where a form has layouts, and for one where it has none", () => {
    const index = { ...problem, problem: { ...problem.problem, form: "index", indices: ["i"] } };
    const read = instantiate(index, "seed");
    expect(read.ok ? [] : read.error.map(({ path }) => path[0])).toEqual(["answer", "answers"]);
  });
});

describe("fill", () => {
  it("changes nothing where nothing is drawn", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(fill(JSON.parse(text), {})).toEqual(JSON.parse(text));
      }),
    );
  });
});
