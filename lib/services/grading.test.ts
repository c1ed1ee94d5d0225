import { describe, expect, it } from "vitest";
import { readQuestion } from "./grader/question";
import { gradeAnswer, seedOf } from "./grading";

process.env.NABLA_SECRET ??= "a secret of the tests";

describe("a question", () => {
  it("that the grader cannot read costs nobody anything", async () => {
    const question = readQuestion({ variables: {}, function: "y", wrt: "y" }, "either");
    const graded = await gradeAnswer(question, { text: "1", syntax: "text" }, seedOf("test"));
    expect(graded).toMatchObject({ correct: false, counts: false, verdict: { status: "bad-problem" } });
  });

  it("has a seed of its own that nobody can tell without the secret", () => {
    const here = seedOf("one");
    expect(seedOf("one")).toBe(here);
    expect(seedOf("two")).not.toBe(here);
    const secret = process.env.NABLA_SECRET;
    process.env.NABLA_SECRET = "another";
    expect(seedOf("one")).not.toBe(here);
    process.env.NABLA_SECRET = secret;
  });
});
