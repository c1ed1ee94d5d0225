import { describe, expect, it } from "vitest";
import type { Drawn, ProblemRecord } from "../../problems";
import { hasValue, readValue } from "../same-value";
import { cluster, mostGradings, type SameValue, type WrongAnswer } from "./cluster";

const quadratic = {
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } },
  function: "x'*A*x",
  wrt: "x",
} as ProblemRecord;

const power = (a: number) => ({ variables: { x: { shape: [] } }, function: `${a}*x^3`, wrt: "x" }) as ProblemRecord;

/** `ada: 2*A*x`; a line of LaTeX begins with a backslash. */
const given = (
  line: string,
  seen: WrongAnswer["seen"] = null,
  record = quadratic,
  drawn: Drawn | null = null,
): WrongAnswer => {
  const [personId = "", text = ""] = line.split(": ");
  return { personId, text, syntax: text.includes("\\") ? "latex" : "text", record, drawn, seen };
};

const hasSameValue: SameValue = async (answer, text) => {
  const key = readValue(answer.record, text);
  return key !== null && hasValue(key, answer);
};

const shape = async (answers: readonly WrongAnswer[], gradings = mostGradings) => {
  const { clusters, alone } = await cluster(answers, gradings, hasSameValue);
  return { clusters: clusters.map(({ template, answers: all, writings }) => [template, all.length, writings]), alone };
};

describe("wrong answers", () => {
  it("stand together where they have one value, the most frequent first", async () => {
    const answers = [
      given("ada: A*x"),
      given("bob: 2*A*x"),
      given("cem: A*x + A*x"),
      given("dee: 2 A  x"),
      given("eve: 2 \\cdot A x"),
      given("ada: x'"),
    ];
    expect(await shape(answers)).toEqual({
      clusters: [
        ["2 * A * x", 4, 2],
        ["x'", 1, 1],
        ["A * x", 1, 1],
      ],
      alone: 0,
    });
  });

  it("speak by the shortest of the most frequent writings", async () => {
    const answers = [given("ada: A*x + A*x"), given("bob: 2*A*x"), given("cem: x"), given("dee: x + 0*x")];
    expect((await shape(answers)).clusters.map(([template]) => template)).toEqual(["x", "2 * A * x"]);
  });

  it("are counted by people and not by how often one of them tries", async () => {
    const answers = [given("ada: A*x"), given("ada: A x"), given("ada: A*x"), given("bob: x"), given("cem: x")];
    expect((await shape(answers)).clusters.map(([template]) => template)).toEqual(["x", "A * x"]);
  });

  it("are not compared where they are known to differ at a point, and compared where only rounding does", async () => {
    const at = (value: number[][], point = "x = 1") => ({ point, value });
    const two = given("ada: 2*A*x", at([[0.3], [2]]));
    const twice = (seen: WrongAnswer["seen"]) => given("bob: A*x + A*x", seen);
    expect((await shape([two, twice(at([[0.30000000000000004], [2]]))])).clusters).toHaveLength(1);
    expect((await shape([two, twice(at([[7], [7]], "x = 2"))])).clusters).toHaveLength(1);
    expect((await shape([two, twice(null)])).clusters).toHaveLength(1);
    expect(await shape([two, twice(at([[0.4], [2]]))], 0)).toMatchObject({ clusters: { length: 2 }, alone: 0 });
    expect(await shape([two, twice(at([[0.3, 2]]))], 0)).toMatchObject({ clusters: { length: 2 }, alone: 0 });
  });

  it("stand together over variants, each with its own numbers", async () => {
    const answers = [
      given("ada: 5*x^2", null, power(5), { a: 5 }),
      given("bob: 7*x*x", null, power(7), { a: 7 }),
      given("cem: 5*x^2", null, power(9), { a: 9 }),
    ];
    expect(await shape(answers)).toEqual({
      clusters: [
        ["@a * x^2", 2, 2],
        ["5 * x^2", 1, 1],
      ],
      alone: 0,
    });
  });

  it("cost no more than the limit, and it is said how many were not compared", async () => {
    const answers = Array.from({ length: 6 }, (_, at) => given(`p${at}: ${at + 2}*A*x`));
    expect(await shape([...answers, given("z: A*x + A*x")], 3)).toMatchObject({ alone: 4 });
  });
});
