import { fail, ok, type Result, type Seed } from "../../base";
import { canonicalName } from "../../expr";
import {
  explain,
  type LineProblem,
  type PointNumbers,
  printPoint,
  readAnswer,
  readPoint,
  readVariables,
  sentence,
} from "../../feedback";
import { plotFunction, tabulateFunction } from "../../figures";
import { describeTruth, type TruthSample } from "../../grade";
import type { ProblemRecord } from "../../problems";
import type { Declarations } from "../../shape";
import type { FieldComplaint, FieldComplaints } from "../error";
import { lookCloser, withCloserLook } from "../grader/closer-look";
import { type Question, readQuestion, verdictOn } from "../grader/question";
import { verdictView } from "../verdict-view";
import type { GridView } from "../views";
import type { PlaygroundInput, PlaygroundLayoutView, PlaygroundResult, PlaygroundView } from "./views";

/** The most that is read of each field, in characters: all of them together still fit into an address. */
export const longestFields = { function: 1_000, variables: 1_000, wrt: 60, at: 1_500, answer: 1_500 } as const;

/** Where points are drawn from: everybody who opens the same address sees the same numbers. */
const pointSeed = "playground";

/** Everything that can be said of a function that somebody typed. Its own verdicts hang on the seed, as in grading. */
export function lookAt(input: PlaygroundInput, seedFor: (problem: string) => Seed): PlaygroundView {
  const tooLong = lengthComplaints(input);
  if (Object.keys(tooLong).length > 0) return nothing({ variables: {} }, tooLong);
  const declared = readVariables(input.variables);
  if (!declared.ok) return nothing({ variables: {} }, { variables: complaintOf(declared.error) });

  const declarations = declared.value;
  const asked = readAsked(input, declarations);
  if (!asked.ok) return nothing(declarations, asked.error);

  const point = pointOf(input.at, declarations, asked.value);
  const complaints: FieldComplaints = point.ok ? {} : { at: point.error };
  const sample = point.ok ? point.value : null;
  const verdict = input.answer.trim() === "" ? null : verdictFor(input, asked.value, seedFor);
  return { complaints, declarations, result: { ...resultOf(asked.value, declarations, sample), verdict } };
}

function nothing(declarations: Declarations, complaints: FieldComplaints): PlaygroundView {
  return { complaints, declarations, result: null };
}

function lengthComplaints(input: PlaygroundInput): FieldComplaints {
  const long = Object.entries(longestFields).filter(([field, most]) => lengthOf(input, field) > most);
  return Object.fromEntries(
    long.map(([field, most]) => {
      const message = `This has ${lengthOf(input, field)} characters; at most ${most} are read.`;
      return [field, { message }];
    }),
  );
}

const lengthOf = (input: PlaygroundInput, field: string): number => input[field as keyof typeof longestFields].length;

const complaintOf = ({ message, start, end }: LineProblem): FieldComplaint => ({ message, start, end });

/** A function that can be read, with the question for its derivative. */
interface Asked {
  readonly record: ProblemRecord;
  readonly question: Question;
  readonly form: PlaygroundResult["form"];
  readonly wrt: string;
  readonly tex: string;
  readonly shape: string;
}

function readAsked(input: PlaygroundInput, declarations: Declarations): Result<Asked, FieldComplaints> {
  if (input.function.trim() === "") return fail({ function: { message: "Type a function." } });
  const read = readAnswer(input.function, "text", declarations);
  if (!read.ok) {
    const { message, start, end } = read.error;
    return fail({ function: { message, start, end } });
  }
  const wrt = wrtOf(input.wrt, declarations);
  if (!wrt.ok) return fail({ wrt: wrt.error });
  const variables = declarations.variables as ProblemRecord["variables"];
  const record: ProblemRecord = { variables, function: input.function, wrt: wrt.value };
  const question = readQuestion(record, "either");
  const { tex, shape } = read.value;
  const common = { wrt: wrt.value, tex, shape: inWords(shape) };
  if (question.key.ok) return ok({ record, question, form: "derivative", ...common });
  const byColumns: ProblemRecord = { ...record, form: "vec" };
  const other = readQuestion(byColumns, "either");
  if (other.key.ok) return ok({ record: byColumns, question: other, form: "vec", ...common });
  const { error } = question.key;
  const place = error.field === "function" ? { start: error.start, end: error.end } : {};
  return fail({ function: { message: sentence(error), ...place } });
}

/** The variable as it was declared, so that `θ` finds `theta`. */
function wrtOf(typed: string, { variables }: Declarations): Result<string, FieldComplaint> {
  const wanted = typed.trim();
  const names = Object.keys(variables);
  const found = wanted === "" ? names[0] : names.find((name) => canonicalName(name) === canonicalName(wanted));
  if (found !== undefined) return ok(found);
  return fail({
    message: wanted === "" ? "Declare a variable to differentiate by." : `\`${wanted}\` is not among the variables.`,
  });
}

/** "n × 1 column", "scalar". */
function inWords(printed: string): string {
  const [rows, cols] = printed.split("×");
  if (cols === undefined) return printed;
  return `${rows} × ${cols} ${cols === "1" ? "column" : rows === "1" ? "row" : "matrix"}`;
}

/** The derivative in numbers, at the typed point or at a drawn one. */
function pointOf(
  typed: string,
  declarations: Declarations,
  { question: { key } }: Asked,
): Result<TruthSample, FieldComplaint> {
  const point = readPoint(typed, declarations);
  if (!point.ok) return fail(complaintOf(point.error));
  if (!key.ok) return fail({ message: sentence(key.error) });
  const at: PointNumbers | undefined = typed.trim() === "" ? undefined : point.value;
  const problem = { ...key.value.problem, ...(at && { at: at as ProblemRecord["at"] }) };
  const truth = describeTruth({ ...key.value, problem }, pointSeed);
  return truth.ok ? truth : fail({ message: upperFirst(sentence(truth.error).replace(/^at: /, "")) });
}

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function resultOf(
  { record, question, form, wrt, tex, shape }: Asked,
  { variables }: Declarations,
  sample: TruthSample | null,
): Omit<PlaygroundResult, "verdict"> {
  const shapes = question.shapes ?? { numerator: "", denominator: "" };
  const layout = (name: "numerator" | "denominator"): PlaygroundLayoutView => ({
    shape: shapes[name],
    ...(sample && { value: sample[name].sample }),
    ...(sample?.differences && { estimate: sample.differences[name] }),
  });
  const at = sample && asDeclared(sample.at, variables);
  const numbers = sample?.value &&
    at && { at, typed: printPoint(at), value: sample.value, gap: sample.differences?.gap ?? null };
  const plotted = numbers && { function: record.function ?? "", variables, at: entriesOf(numbers.at) };
  const plot = plotted && plotFunction(plotted);
  return {
    tex,
    shape,
    wrt,
    form,
    numerator: layout("numerator"),
    denominator: layout("denominator"),
    numbers: numbers ?? null,
    figure: plot?.ok ? plot.value : null,
    undrawn: plot && !plot.ok ? upperFirst(sentence(plot.error).replace(/^\w+: /, "")) : null,
    table: (plotted && plot?.ok && tabulateFunction(plotted)) || null,
  };
}

type Point = Readonly<Record<string, GridView>>;

/** The values in the order and spelling of the declarations. */
function asDeclared(at: Point, variables: Declarations["variables"]): Point {
  const named = Object.keys(variables).map((name) => [name, at[canonicalName(name)]] as const);
  return Object.fromEntries(named.filter((entry): entry is [string, GridView] => entry[1] !== undefined));
}

const entriesOf = (at: Point): Record<string, readonly number[]> =>
  Object.fromEntries(Object.entries(at).map(([name, rows]) => [name, rows.flat()]));

/** A derivative of somebody's own, graded as an answer to a problem would be. */
function verdictFor(
  { answer, syntax }: PlaygroundInput,
  { question, record }: Asked,
  seedFor: (problem: string) => Seed,
): PlaygroundResult["verdict"] {
  const sent = { text: answer, syntax };
  const seed = seedFor(JSON.stringify(record));
  const verdict = verdictOn(question, sent, seed);
  const { outcome, title, lines } = explain(verdict, question.policy, question.kind, question.form);
  const view = withCloserLook(verdictView(verdict, question), lookCloser(verdict, question, sent, seed));
  return { text: answer, verdict: view, feedback: { outcome, title, lines } };
}
