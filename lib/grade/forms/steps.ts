import { type Complaint, complain, fail, ok, type Result, type Seed } from "../../base";
import { type Expr, parse } from "../../expr";
import { checkShapes, type Scope } from "../../shape";
import { ask } from "../ask";
import { compare } from "../compare";
import { type Answer, invalid, type Judge } from "../judge";
import { fittingLayouts } from "../layouts";
import type { Declared } from "../problem";
import { scopeWith } from "../scope";
import { type Truth, truthReaders } from "../truth";
import type { Layout, Verdict } from "../verdict";
import type { FormReader } from "./form";

/** Where in a derivation a line stands. */
type Stage = "function" | "differential" | Layout;

/** The stages that may follow each: its own, and those behind it. The derivative keeps its layout. */
const following: { readonly [S in Stage]: readonly Stage[] } = {
  function: ["function", "differential", "numerator", "denominator"],
  differential: ["differential", "numerator", "denominator"],
  numerator: ["numerator"],
  denominator: ["denominator"],
};

/** What every line of a derivation is compared with. */
interface Truths {
  readonly scope: Scope;
  readonly function: Truth;
  readonly differential: Truth;
  readonly derivative: Truth;
}

interface Line {
  readonly text: string;
  readonly tree: Expr;
}

const mostLines = 40;

function readTruths(declared: Declared): Result<Truths, Complaint> {
  const derivative = truthReaders.derivative(declared);
  if (!derivative.ok) return derivative;
  const differential = truthReaders.differential(declared);
  if (!differential.ok) return differential;
  const itself = { ...declared, problem: { ...declared.problem, reference: declared.problem.function } };
  const source = truthReaders.derivative(itself);
  if (!source.ok) return source;
  const wrt = differential.value.wrt as string;
  const scope = scopeWith(declared, { [`d${wrt}`]: { shape: declared.scope.variables.get(wrt)?.shape ?? [] } });
  return ok({
    scope,
    function: { ...source.value, scope, shapes: [source.value.shapes[0]] },
    differential: { ...differential.value, scope },
    derivative: { ...derivative.value, scope },
  });
}

/** The lines of an answer; one text is split where it breaks. */
function linesOf({ text }: Answer): Result<readonly string[], Complaint> {
  const start = { start: 0, end: 0 };
  if (typeof text === "object" && !Array.isArray(text))
    return fail(complain("syntax", "not-this-form", { want: "a list of lines" }, start));
  const lines = typeof text === "string" ? text.trimEnd().split(/\r?\n/) : (text as readonly string[]);
  if (lines.length === 0) return fail(complain("syntax", "empty", {}, start));
  return lines.length > mostLines ? fail(complain("limit", "too-many-parts", { limit: mostLines }, start)) : ok(lines);
}

const atLine = (complaint: Complaint, k: number): Complaint => ({ ...complaint, line: k + 1 });

/** Reads a line; its shapes must fit together in at least one of the places where it could stand. */
function readLine(text: string, { syntax }: Answer, truths: Truths): Result<Line, Complaint> {
  const tree = parse(text, syntax, truths.scope.vocabulary);
  if (!tree.ok) return tree;
  const readings = [truths.derivative, truths.function, truths.differential].map((truth) =>
    checkShapes(tree.value, truths.scope, text, { shapes: truth.shapes }),
  );
  const [first] = readings.flatMap((reading) => (reading.ok ? [] : [reading.error]));
  return first && readings.every((reading) => !reading.ok) ? fail(first) : ok({ text, tree: tree.value });
}

function readLines(answer: Answer, truths: Truths): Result<readonly Line[], Complaint> {
  const texts = linesOf(answer);
  if (!texts.ok) return texts;
  const lines: Line[] = [];
  for (const [k, text] of texts.value.entries()) {
    const line = readLine(text, answer, truths);
    if (!line.ok) return fail(atLine(line.error, k));
    lines.push(line.value);
  }
  return ok(lines);
}

interface Found {
  readonly stages: readonly Stage[];
  readonly undecided?: Verdict & { readonly status: "undecided" };
}

/** The layouts in which a line equals a truth. */
function layoutsEqual(line: Line, truth: Truth, { where }: Declared, seed: Seed): Found {
  const checked = checkShapes(line.tree, truth.scope, line.text, { shapes: truth.shapes });
  if (!checked.ok || checked.value.fits === "none") return { stages: [] };
  const { expr, fits } = checked.value;
  const layouts: readonly Layout[] = fits === "any" ? ["numerator"] : fittingLayouts(expr, truth.shapes);
  if (layouts.length === 0) return { stages: [] };
  const outcome = compare(ask(truth, expr, where, layouts), seed);
  if (outcome.status === "undecided") return { stages: [], undecided: outcome };
  const both: readonly Layout[] = ["numerator", "denominator"];
  if (fits === "any") return { stages: outcome.right.numerator ? both : [] };
  return { stages: both.filter((layout) => outcome.right[layout]) };
}

/** At which of the stages that can be reached a line stands. */
function stagesOf(line: Line, reachable: ReadonlySet<Stage>, truths: Truths, declared: Declared, seed: Seed): Found {
  const stages = new Set<Stage>();
  let undecided: Found["undecided"];
  for (const name of ["function", "differential", "derivative"] as const) {
    const wanted =
      name === "derivative" ? reachable.has("numerator") || reachable.has("denominator") : reachable.has(name);
    if (!wanted) continue;
    const found = layoutsEqual(line, truths[name], declared, seed);
    undecided ??= found.undecided;
    for (const layout of found.stages) stages.add(name === "derivative" ? layout : name);
  }
  return { stages: [...stages].filter((stage) => reachable.has(stage)), ...(undecided && { undecided }) };
}

const wrongAt = (k: number): Verdict => ({
  status: "graded",
  numerator: false,
  denominator: false,
  first_wrong: k + 1,
});

/** Follows a derivation from line to line; the last must stand at the derivative. */
function follow(lines: readonly Line[], truths: Truths, declared: Declared, seed: Seed): Verdict {
  const all: readonly Stage[] = following.function;
  let reachable = new Set<Stage>(lines.length === 1 ? all : ["function", "differential"]);
  let stages: readonly Stage[] = [];
  for (const [k, line] of lines.entries()) {
    const last = k === lines.length - 1;
    const found = stagesOf(line, reachable, truths, declared, seed);
    stages = found.stages;
    const starts = k > 0 || stages.some((stage) => stage === "function" || stage === "differential");
    const ends = !last || stages.some((stage) => stage === "numerator" || stage === "denominator");
    if (stages.length === 0 || !starts || !ends) return found.undecided ?? wrongAt(k);
    reachable = new Set(stages.flatMap((stage) => following[stage]));
  }
  const right = (layout: Layout): boolean => stages.includes(layout);
  return {
    status: "graded",
    numerator: right("numerator"),
    denominator: right("denominator"),
    first_wrong: null,
  };
}

function judgeSteps(truths: Truths, declared: Declared): Judge {
  return (answer, seed) => {
    const lines = readLines(answer, truths);
    return lines.ok ? follow(lines.value, truths, declared, seed) : invalid(lines.error);
  };
}

/** A derivation: from the function, by way of its differential or not, to the derivative. */
export const steps: FormReader = (declared) => {
  const truths = readTruths(declared);
  if (!truths.ok) return truths;
  return ok({ truth: truths.value.derivative, judge: judgeSteps(truths.value, declared) });
};
