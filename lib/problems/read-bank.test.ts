import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { type BankFile, describeBankError, readBank } from "./bank";

const topic = {
  id: "gradient",
  title: "Gradient",
  goal: "Collect partials.",
  needs: [],
  group: "Vectors",
  skills: { "collect-partials": "collect partials", "gradient-at-point": "evaluate a gradient" },
};

const source = { id: "snow", title: "Snow", sections: [{ id: "5.1", title: "Powers", topics: ["gradient"] }] };

const problem = {
  id: "square",
  title: "A square",
  skills: ["collect-partials"],
  difficulty: 1,
  sources: ["snow/5.1"],
  policy: "either",
  layouts: "alike",
  statement: "Differentiate $x^2$.",
  problem: { variables: { x: { shape: [] } }, function: "x^2", wrt: "x" },
  answers: { numerator: "2*x", denominator: "2*x" },
  spoiled: [
    { answer: "x", slip: "The factor 2 is lost." },
    { answer: "x^2", slip: "Not differentiated." },
  ],
  hints: ["Lower the power."],
  solution: "The power comes down.",
};

const path = "01-gradient/problems.yaml";

function file(at: string, value: unknown): BankFile {
  return { path: at, text: typeof value === "string" ? value : stringify(value, { aliasDuplicateObjects: false }) };
}

function bankOf(problems: unknown, ...more: BankFile[]): BankFile[] {
  return [file("topics.yaml", [topic]), file("sources.yaml", [source]), file(path, problems), ...more];
}

function complaints(files: readonly BankFile[]) {
  const read = readBank(files);
  return read.ok ? [] : read.error;
}

function withRecord(change: Record<string, unknown>) {
  return { ...problem, problem: { ...problem.problem, ...change } };
}

describe("readBank", () => {
  it("puts topics, sources, lessons and problems together", () => {
    const read = readBank(bankOf([problem], file("01-gradient/lesson.md", "Read this.")));
    expect(read).toEqual({
      ok: true,
      value: {
        topics: [{ ...topic, order: 1, lesson: "Read this." }],
        sources: [source],
        problems: [{ ...problem, topic: "gradient", input: "text" }],
      },
    });
  });

  it("names the file, the line, the problem and the field of every complaint", () => {
    const wrong = [
      { ...problem, difficulty: 9 },
      { ...problem, id: "other", policy: "row" },
    ];
    const text = stringify(wrong, { aliasDuplicateObjects: false });
    const lineOf = (field: string): number => text.split("\n").findIndex((line) => line.includes(field)) + 1;
    expect(complaints(bankOf(text)).map(describeBankError)).toEqual([
      expect.stringMatching(`^${path}:${lineOf("difficulty: 9")}: square: difficulty: `),
      expect.stringMatching(`^${path}:${lineOf("policy: row")}: other: policy: `),
    ]);
  });

  it.each([
    ["an alias", "- &a [1]\n- *a\n", 2, "alias"],
    ["a ring", "- &a\n  b: *a\n", 2, "alias"],
    ["marks within marks", "? ".repeat(3_000), 1, "too deeply"],
    ["brackets within brackets", "[\n".repeat(3_000), 1, "too deeply"],
    ["steps within steps", Array.from({ length: 300 }, (_, k) => `${" ".repeat(k)}a:`).join("\n"), 1, "too deeply"],
  ])("reads no %s", (_, text, line, message) => {
    expect(complaints(bankOf(text))[0]).toMatchObject({ path, line, message: expect.stringContaining(message) });
  });

  it("names the line of broken YAML", () => {
    expect(complaints(bankOf("- id: square\n  title: A\n  broken: [1, 2\n"))[0]).toMatchObject({
      path,
      line: expect.any(Number),
      message: expect.stringContaining("this is no YAML"),
    });
  });

  it("counts an entry without an id by its place", () => {
    expect(complaints(bankOf([problem, { title: "No id" }]))[0]).toMatchObject({ entry: "#2", field: "id" });
  });

  it.each([
    ["an unknown field", { ...problem, notes: "x" }, undefined],
    ["no right answer", { ...problem, answers: undefined }, "answers"],
    ["an answer in one layout alone", { ...problem, answers: { numerator: "2*x" } }, "answers.denominator"],
    ["only one slip", { ...problem, spoiled: problem.spoiled.slice(1) }, "spoiled"],
    ["an id that is no id", { ...problem, id: "Square One" }, "id"],
    ["a skill that no topic has", { ...problem, skills: ["dancing"] }, "skills.0"],
    ["a section that no source has", { ...problem, sources: ["snow/99"] }, "sources.0"],
    ["no solution", { ...problem, solution: undefined }, "solution"],
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
    ["a function that cannot be read", withRecord({ function: "x^^2" }), "problem.function"],
    ["a function whose shapes do not fit", withRecord({ function: "x*[1, 2]*[1, 2]" }), "problem.function"],
    ["a name that is no parameter", { ...problem, statement: "Differentiate $@a x$." }, "statement"],
    ["a parameter that does not come out whole", { ...problem, parameters: { a: { is: "1/2" } } }, "parameters.a"],
    ["a claim that cannot be read", { ...problem, solution: "```claims\nrows: []\n```\n" }, "solution"],
  ])("refuses %s", (_, bad, field) => {
    const found = complaints(bankOf([bad]));
    expect(found[0]).toMatchObject({ path, entry: bad.id, line: expect.any(Number) });
    expect(found.map((each) => each.field)).toContain(field);
  });

  it("says why a function does not fit its shapes", () => {
    const [first] = complaints(bankOf([withRecord({ function: "x*[1, 2]*[1, 2]" })]));
    expect(first?.message).toMatch(/does not fit/);
  });

  it("refuses an id that two problems share, at the second", () => {
    const text = stringify([problem, problem], { aliasDuplicateObjects: false });
    const second = text.split("\n").lastIndexOf("- id: square") + 1;
    expect(complaints(bankOf(text))).toEqual([
      { path, line: second, entry: "square", field: "id", message: "this id is taken" },
    ]);
  });

  it("names an id that two files share in both of them", () => {
    const other = { ...topic, id: "other", skills: { one: "do one", two: "do two" } };
    const files = bankOf([problem]).slice(1);
    const twin = file("02-other/problems.yaml", [{ ...problem, skills: ["one"] }]);
    expect(complaints([file("topics.yaml", [topic, other]), ...files, twin]).map((each) => each.path)).toEqual([
      "02-other/problems.yaml",
      path,
    ]);
  });

  it("refuses a skill that two topics share", () => {
    const other = { ...topic, id: "other", needs: [] };
    const found = complaints([file("topics.yaml", [topic, other]), file("sources.yaml", [source])]);
    expect(found[0]).toMatchObject({ path: "topics.yaml", entry: "other", field: "skills.collect-partials" });
  });

  it("refuses a first skill of another topic", () => {
    const other = { ...topic, id: "other", skills: { one: "do one", two: "do two" } };
    const files = bankOf([{ ...problem, skills: ["one"] }]).slice(1);
    const found = complaints([file("topics.yaml", [topic, other]), ...files]);
    expect(found).toMatchObject([{ path, entry: "square", field: "skills.0" }]);
  });

  it("refuses a topic that needs a later one", () => {
    const early = { ...topic, id: "early", needs: ["gradient"], skills: { one: "do one", two: "do two" } };
    const found = complaints([file("topics.yaml", [early, topic]), file("sources.yaml", [source])]);
    expect(found).toMatchObject([{ path: "topics.yaml", entry: "early", field: "needs.0" }]);
  });

  it("refuses a folder that is no topic in its place, and a file that has no place", () => {
    const found = complaints(
      bankOf([problem], file("02-gradient/lesson.md", "Hello."), file("01-gradient/notes.yaml", "[]")),
    );
    expect(found.map((each) => each.path).sort()).toEqual(["01-gradient/notes.yaml", "02-gradient/lesson.md"]);
  });

  it("refuses an empty lesson and a file that is not a list", () => {
    const found = complaints(bankOf({ square: problem }, file("01-gradient/lesson.md", " ")));
    expect(found.map((each) => each.path).sort()).toEqual(["01-gradient/lesson.md", path]);
  });

  it("names the line of a lesson's block that cannot be read", () => {
    const lesson = "One.\n\n```claims\nrows:\n  - { function: x, numerator: 1 }\n```\n";
    const [first] = complaints(bankOf([problem], file("01-gradient/lesson.md", lesson)));
    expect(first).toMatchObject({ path: "01-gradient/lesson.md", line: 5 });
  });

  it("says so when there are no topics", () => {
    expect(complaints([])).toContainEqual({ path: "topics.yaml", message: "the file is missing" });
  });
});
