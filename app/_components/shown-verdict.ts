import { hasLayouts } from "@/lib/feedback";
import type { AttemptView, GridView } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { matrixToTex, renderMath } from "@/lib/tex";
import { nameToTex } from "./name-to-tex";

/** A verdict ready to be shown: sentences are written and formulas are set. It can be sent to the browser as it stands. */
export interface ShownVerdict {
  readonly outcome: AttemptView["feedback"]["outcome"];
  readonly title: string;
  readonly lines: readonly string[];
  /** Both layouts, the numerator first; empty where nothing was graded, or where the form has none. */
  readonly layouts: readonly ShownLayout[];
  /** The place that could not be read. */
  readonly place?: ShownPlace;
  readonly witness?: ShownWitness;
  /** Of a derivation: each line, and the first that does not follow, from 1. */
  readonly steps?: readonly ShownStep[];
  readonly wrongLine?: number;
  /** Of a table: which cells are right. */
  readonly cells?: Readonly<Record<string, boolean>>;
}

export interface ShownLayout {
  readonly layout: "numerator" | "denominator";
  readonly right: boolean;
  /** The shape that this layout asks for, in words. */
  readonly shape?: string;
}

/** A place in a text: in the whole answer, in a line of it, or in a cell. */
export interface ShownPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** "Line 3", "Cell v1". */
  readonly within?: string;
}

export interface ShownStep {
  readonly text: string;
  /** Lines behind the first wrong one are not looked at. */
  readonly mark: "right" | "wrong" | "unseen";
}

/** A point at which the answer and the truth differ, as HTML of formulas. */
export interface ShownWitness {
  readonly at: readonly string[];
  /** Absent where the answer has no value there. */
  readonly answer?: string;
  readonly truth: string;
  /** What the truth is, in words. */
  readonly truthIs: string;
}

/** Prepares a graded attempt for the page. */
export function showVerdict(
  { text, verdict, feedback }: Pick<AttemptView, "text" | "verdict" | "feedback">,
  declarations: Declarations,
): ShownVerdict {
  const { outcome, title, lines } = feedback;
  const { form, status, error, witness, shapes, firstWrong, cells } = verdict;
  const layouts = (["numerator", "denominator"] as const).map((layout) => ({
    layout,
    right: verdict[layout],
    ...(shapes && { shape: shapes[layout] }),
  }));
  return {
    outcome,
    title,
    lines,
    layouts: status === "graded" && hasLayouts(form) && firstWrong === null ? layouts : [],
    ...(error && { place: showPlace(text, error) }),
    ...(witness && { witness: showWitness(witness, form, declarations) }),
    ...(form === "steps" && status === "graded" && { steps: showSteps(text, firstWrong) }),
    ...(firstWrong !== null && { wrongLine: firstWrong }),
    ...(cells && { cells }),
  };
}

type Verdict = AttemptView["verdict"];

function showPlace(text: string, { start, end, line, cell }: NonNullable<Verdict["error"]>): ShownPlace {
  if (line !== null) return { text: text.split("\n")[line - 1] ?? "", start, end, within: `Line ${line}` };
  if (cell === null) return { text, start, end };
  const prefix = `${cell} = `;
  const own = text.split("\n").find((each) => each.startsWith(prefix)) ?? prefix;
  return { text: own.slice(prefix.length), start, end, within: `Cell ${cell}` };
}

function showSteps(text: string, firstWrong: number | null): readonly ShownStep[] {
  const wrong = firstWrong ?? Number.POSITIVE_INFINITY;
  return text.split("\n").map((line, index) => ({
    text: line,
    mark: index + 1 < wrong ? "right" : index + 1 === wrong ? "wrong" : "unseen",
  }));
}

type Witness = NonNullable<Verdict["witness"]>;

function showWitness({ at, answer, truth, layout }: Witness, form: Verdict["form"], names: Declarations): ShownWitness {
  return {
    at: showPoint(at, names),
    ...(answer && { answer: renderMath(matrixToTex(answer)) }),
    truth: renderMath(matrixToTex(truth)),
    truthIs: hasLayouts(form) ? `The derivative is (${layout} layout)` : (truthWords[form] ?? "The truth is"),
  };
}

const truthWords: Partial<Record<Verdict["form"], string>> = {
  hessian: "The Hessian is",
  differential: "The differential is",
  index: "The entry is",
};

/** Values for names, one formula each: x = [1; 2]. */
export function showPoint(at: Readonly<Record<string, GridView>>, declarations: Declarations): readonly string[] {
  return Object.entries(at).map(([name, grid]) =>
    renderMath(`${nameToTex(name, declarations)} = ${matrixToTex(grid)}`),
  );
}
