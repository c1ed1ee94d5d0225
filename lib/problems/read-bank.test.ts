import { describe, expect, it } from "vitest";
import { type BankFile, readBank } from "./bank";

const topic = { id: "gradient", title: "Gradient", goal: "Collect partials.", needs: [], group: "Vectors" };

const problem = {
  id: "square",
  title: "A square",
  statement: "Differentiate $x^2$.",
  problem: { variables: { x: { shape: [] } }, function: "x^2", wrt: "x" },
  policy: "either",
  answers: { numerator: "2*x" },
  spoiled: [
    { answer: "x", slip: "The factor 2 is lost." },
    { answer: "x^2", slip: "Not differentiated." },
  ],
  difficulty: 1,
  source: "Snow 5.1",
};

function bankOf(problems: unknown, ...more: BankFile[]): BankFile[] {
  return [{ path: "topics.yaml", value: [topic] }, { path: "gradient/problems.yaml", value: problems }, ...more];
}

function complaints(files: readonly BankFile[]) {
  const read = readBank(files);
  return read.ok ? [] : read.error;
}

describe("readBank", () => {
  it("puts topics, lessons and problems together", () => {
    const read = readBank(bankOf([problem], { path: "gradient/lesson.md", value: "Read this." }));
    expect(read).toEqual({
      ok: true,
      value: {
        topics: [{ ...topic, order: 1, lesson: "Read this." }],
        problems: [{ ...problem, topic: "gradient" }],
      },
    });
  });

  it("names the file, the problem and the field of every complaint", () => {
    const found = complaints(
      bankOf([
        { ...problem, difficulty: 9 },
        { ...problem, id: "other", policy: "row" },
      ]),
    );
    expect(found.map(({ path, entry, field }) => [path, entry, field])).toEqual([
      ["gradient/problems.yaml", "square", "difficulty"],
      ["gradient/problems.yaml", "other", "policy"],
    ]);
  });

  it("counts an entry without an id by its place", () => {
    expect(complaints(bankOf([problem, { title: "No id" }]))[0]).toMatchObject({ entry: "#2", field: "id" });
  });

  it.each([
    ["an unknown field", { ...problem, notes: "x" }, undefined],
    ["no right answer", { ...problem, answers: {} }, "answers"],
    ["only one slip", { ...problem, spoiled: problem.spoiled.slice(1) }, "spoiled"],
    ["an id that is no id", { ...problem, id: "Square One" }, "id"],
    [
      "an unknown assumption",
      withRecord({ variables: { x: { shape: ["n"], assume: ["pretty"] } } }),
      "problem.variables.x.assume.0",
    ],
    [
      "a shape of three sizes",
      withRecord({ variables: { x: { shape: ["n", "m", "p"] } } }),
      "problem.variables.x.shape",
    ],
    ["a variable of differentiation that is not declared", withRecord({ wrt: "y" }), "problem.wrt"],
    ["neither function nor reference", withRecord({ function: undefined }), "problem.function"],
    ["both function and reference", withRecord({ reference: "x" }), "problem.reference"],
    ["an index problem without indices", withRecord({ form: "index" }), "problem.indices"],
    ["a choice without a key", withRecord({ form: "choice", options: { a: "yes" } }), "problem.correct"],
  ])("refuses %s", (_, bad, field) => {
    const [first] = complaints(bankOf([bad]));
    expect(first).toMatchObject({ path: "gradient/problems.yaml", entry: bad.id });
    expect(first?.field).toBe(field);
  });

  it("refuses an id that two problems share", () => {
    expect(complaints(bankOf([problem, problem]))).toEqual([
      { path: "gradient/problems.yaml", entry: "square", field: "id", message: "this id is taken" },
    ]);
  });

  it("refuses a topic that needs a later one", () => {
    const early = { ...topic, id: "early", needs: ["gradient"] };
    const found = complaints([{ path: "topics.yaml", value: [early, topic] }]);
    expect(found).toMatchObject([{ path: "topics.yaml", entry: "early", field: "needs" }]);
  });

  it("refuses a folder that is no topic and a file that has no place", () => {
    const found = complaints(
      bankOf([problem], { path: "lost/lesson.md", value: "Hello." }, { path: "gradient/notes.txt", value: "" }),
    );
    expect(found.map(({ path }) => path).sort()).toEqual(["gradient/notes.txt", "lost/lesson.md"]);
  });

  it("refuses an empty lesson and a file that is not a list", () => {
    const found = complaints(bankOf({ square: problem }, { path: "gradient/lesson.md", value: " " }));
    expect(found.map(({ path }) => path).sort()).toEqual(["gradient/lesson.md", "gradient/problems.yaml"]);
  });

  it("says so when there are no topics", () => {
    expect(complaints([])).toEqual([{ path: "topics.yaml", message: "the file is missing or not a list" }]);
  });
});

function withRecord(change: Record<string, unknown>) {
  return { ...problem, problem: { ...problem.problem, ...change } };
}
