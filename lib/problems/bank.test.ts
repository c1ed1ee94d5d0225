import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import katex from "katex";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parse as parseExpression } from "../expr";
import { type AnswerKey, grade, readProblem, type Verdict } from "../grade";
import { checkShapes, isRow, isScalar, isVector, type Shape } from "../shape";
import { type Bank, type BankFile, readBank } from "./bank";
import type { BankProblem } from "./schema";

const root = fileURLToPath(new URL("../../prisma/bank/", import.meta.url));

const bank = loadBank();
const cases = bank.problems.map((problem) => [problem.id, problem] as const);

function loadBank(): Bank {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /[.](yaml|md)$/.test(path));
  const files = paths.map((path): BankFile => {
    const text = readFileSync(`${root}${path}`, "utf8");
    return { path: path.replaceAll("\\", "/"), value: path.endsWith(".md") ? text : parse(text) };
  });
  const read = readBank(files);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2));
  return read.value;
}

function keyOf({ problem }: BankProblem): AnswerKey {
  const key = readProblem(problem);
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  return key.value;
}

function verdictOn(text: string, problem: BankProblem): Verdict {
  return grade({ text, syntax: "text" }, keyOf(problem), `bank ${problem.id}`);
}

type Kind = "scalar" | "vector" | "matrix";

function kindOf(shape: Shape): Kind {
  if (isScalar(shape)) return "scalar";
  return isVector(shape) || isRow(shape) ? "vector" : "matrix";
}

/** Which of the six cases a problem is, as "vector by scalar"; `undefined` for other forms. */
function caseOf(problem: BankProblem): string | undefined {
  const { function: source, wrt, form = "derivative" } = problem.problem;
  if (source === undefined || wrt === undefined || form !== "derivative") return undefined;
  const { scope } = keyOf(problem);
  const shapes = [source, wrt].map((text) => {
    const tree = parseExpression(text, "text", scope.vocabulary);
    const checked = tree.ok ? checkShapes(tree.value, scope, text) : tree;
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    return kindOf(checked.value.expr);
  });
  return shapes.join(" by ");
}

describe("the bank", () => {
  it("has the whole syllabus, and a lesson for each topic", () => {
    expect(bank.topics).toHaveLength(49);
    expect(bank.topics.filter(({ lesson }) => lesson === undefined)).toEqual([]);
  });

  it("keeps the topics of a heading together", () => {
    const headings = bank.topics.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1]);
    expect(headings).toEqual([...new Set(headings)]);
  });

  it("has the first problem of the home page and the four practice problems", () => {
    const ids = new Set(bank.problems.map(({ id }) => id));
    const wanted = [
      "quadratic-form",
      "gradient-of-two",
      "jacobian-of-two",
      "quadratic-form-with-numbers",
      "quadratic-minimum-gradient",
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("the six cases", () => {
  const found = bank.problems.map(caseOf);

  it.each([
    "scalar by scalar",
    "vector by scalar",
    "matrix by scalar",
    "scalar by vector",
    "vector by vector",
    "scalar by matrix",
  ])("%s has at least two problems", (wanted) => {
    expect(found.filter((name) => name === wanted).length).toBeGreaterThanOrEqual(2);
  });
});

describe("every problem of the bank", () => {
  it.each(cases)("%s: its own answers are right in their layouts", (_, problem) => {
    for (const layout of ["numerator", "denominator"] as const) {
      const answer = problem.answers[layout];
      expect(answer, `${layout} answer`).toBeDefined();
      expect(verdictOn(answer ?? "", problem), answer).toMatchObject({ status: "graded", [layout]: true });
    }
  });

  it.each(cases)("%s: an answer transposed is right in the other layout", (_, problem) => {
    const { numerator, denominator } = problem.answers;
    expect(verdictOn(`(${numerator})'`, problem)).toMatchObject({ status: "graded", denominator: true });
    expect(verdictOn(`(${denominator})'`, problem)).toMatchObject({ status: "graded", numerator: true });
  });

  it.each(cases)("%s: its spoiled answers are wrong in both layouts", (_, problem) => {
    for (const { answer } of problem.spoiled) {
      const wrong = { status: "graded", numerator: false, denominator: false };
      expect(verdictOn(answer, problem), answer).toMatchObject(wrong);
    }
  });
});

describe("the texts of the bank", () => {
  const texts = [
    ...bank.topics.map(({ id, lesson = "" }) => [`lesson ${id}`, lesson] as const),
    ...bank.problems.map(
      ({ id, statement, hint = "", solution = "" }) => [id, `${statement}\n\n${hint}\n\n${solution}`] as const,
    ),
  ];

  it.each(texts)("%s: every formula can be typeset", (_, text) => {
    for (const formula of formulasOf(text)) {
      expect(() => katex.renderToString(formula, { throwOnError: true, strict: "error" }), formula).not.toThrow();
    }
    expect(text.replaceAll("$$", "").split("$").length % 2, "dollars come in pairs").toBe(1);
  });

  it.each(texts)("%s: names each column of a table in words, not by a formula alone", (_, text) => {
    for (const [, names = ""] of text.matchAll(/^\|(.*)\|\n\| *:?-/gm)) {
      for (const name of names.split("|")) expect(name.replace(/\$[^$]*\$/g, ""), name).toMatch(/\p{L}/u);
    }
  });

  it.each(texts)("%s: names the layout wherever one matters", (_, text) => {
    if (/\\nabla|gradient is|Jacobian is/.test(text)) expect(text).toMatch(/layout/);
  });
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function formulasOf(markdown: string): string[] {
  const collect = (node: Node): string[] =>
    node.type === "math" || node.type === "inlineMath" ? [node.value ?? ""] : (node.children ?? []).flatMap(collect);
  return collect(unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(markdown));
}
