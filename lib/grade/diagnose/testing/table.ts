import type { ProblemInput } from "../../problem";
import type { Diagnosis } from "../../verdict";

/** One line of the table of slips. */
export interface SlipCase {
  readonly group: string;
  readonly line: number;
  readonly problem: ProblemInput;
  readonly answer: string;
  /** What is to be said, in the words of {@link inWords}. */
  readonly said: string;
}

const dimensionsOf = (shape = ""): string[] => shape.split("x").filter((name) => name !== "" && name !== "∙");

const isFunction = (word: string): boolean => word.endsWith(")");

/** `f() g(n→m)` as the functions of a problem. */
function readFunctions(words: readonly string[]): NonNullable<ProblemInput["functions"]> {
  const entries = words.map((word) => {
    const [name = "", from = "", to] = word.replace(")", "").split(/[(→]/);
    const declared = to === undefined ? { elementwise: true } : { from: dimensionsOf(from), to: dimensionsOf(to) };
    return [name, declared];
  });
  return Object.fromEntries(entries);
}

/** `x:n A:mxn X:nxn:invertible t` as the variables of a problem. */
function readVariables(words: readonly string[]): NonNullable<ProblemInput["variables"]> {
  const entries = words.map((variable) => {
    const [name = "", shape = "", ...assume] = variable.split(":");
    const isAssumption = shape.length > 3;
    const dimensions = isAssumption ? [] : dimensionsOf(shape);
    return [name, { shape: dimensions, assume: isAssumption ? [shape, ...assume] : assume }];
  });
  return Object.fromEntries(entries);
}

/** Diagnoses as the table writes them: ``missing-transpose `A` @denominator``. */
export function inWords(diagnosis: readonly Diagnosis[]): string {
  return diagnosis
    .map(({ code, factor, part, layout }) =>
      [
        code,
        ...(factor === undefined ? [] : [`×${Number(factor.toPrecision(6))}`]),
        ...(part === undefined ? [] : [`\`${part}\``]),
        ...(layout === undefined ? [] : [`@${layout}`]),
      ].join(" "),
    )
    .join(", ");
}

/** Reads the table: a heading begins with `##`, a remark with `#`. */
export function readSlips(text: string): SlipCase[] {
  let group = "";
  const cases: SlipCase[] = [];
  for (const [k, line] of text.split("\n").entries()) {
    if (line.startsWith("## ")) group = line.slice(3);
    if (line.startsWith("#") || line.trim() === "") continue;
    const [fn = "", wrt = "", variables = "", answer = "", said = ""] = line.split(" | ").map((part) => part.trim());
    const words = variables.split(/\s+/);
    const problem = {
      variables: readVariables(words.filter((word) => !isFunction(word))),
      functions: readFunctions(words.filter(isFunction)),
      function: fn,
      wrt,
    };
    cases.push({ group, line: k + 1, problem, answer, said });
  }
  return cases;
}
