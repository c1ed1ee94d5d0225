import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policies } from "../grade";
import { assumptions } from "../shape";
import { toPublic } from "./public";
import type { ProblemRecord } from "./record";
import type { ProblemInstance } from "./schema";

const secret = "SECRET";
const keyFields = ["answers", "answer", "spoiled", "solution", "reference", "correct"];

const words = fc.stringMatching(/^[a-z]{1,8}$/);
const hidden = words.map((word) => `${secret} ${word}`);

const record = fc.oneof<fc.Arbitrary<ProblemRecord>[]>(
  fc.record({
    variables: fc.dictionary(
      words,
      fc.record({ shape: fc.constant<string[]>([]), assume: fc.subarray([...assumptions]) }),
    ),
    reference: hidden,
    where: fc.array(words),
  }),
  fc.record({
    variables: fc.constant({}),
    form: fc.constant("choice" as const),
    options: fc.dictionary(words, words),
    correct: fc.array(hidden, { minLength: 1 }),
  }),
  fc.record({
    variables: fc.constant({ x: { shape: ["n"] } }),
    function: words,
    wrt: fc.constant("x"),
    indices: fc.array(words, { minLength: 1 }),
  }),
);

const instances: fc.Arbitrary<ProblemInstance> = fc.record({
  id: words,
  topic: words,
  title: words,
  skills: fc.array(words, { minLength: 1, maxLength: 3 }),
  difficulty: fc.integer({ min: 1, max: 5 }),
  sources: fc.constant(["own"]),
  policy: fc.constantFrom(...policies),
  input: fc.constantFrom("text", "latex", "grid"),
  statement: words,
  problem: record,
  answers: fc.record({ numerator: hidden, denominator: hidden }),
  answer: hidden,
  spoiled: fc.array(fc.record({ answer: hidden, slip: hidden }), { minLength: 2 }),
  hints: fc.array(hidden, { maxLength: 3 }),
  solution: hidden,
});

describe("toPublic", () => {
  it("never lets a field of the key through", () => {
    fc.assert(
      fc.property(instances, (full) => {
        const shown = toPublic(full);
        const names = [...Object.keys(shown), ...Object.keys(shown.problem)];
        expect(names.filter((name) => keyFields.includes(name))).toEqual([]);
        expect(JSON.stringify(shown)).not.toContain(secret);
      }),
    );
  });

  it("keeps what a learner needs", () => {
    fc.assert(
      fc.property(instances, (full) => {
        const { answers, answer, spoiled, solution, hints, ...rest } = full;
        const { reference, correct, ...shownRecord } = full.problem;
        expect(toPublic(full)).toEqual({ ...rest, problem: shownRecord, hints: hints.length });
      }),
    );
  });
});
