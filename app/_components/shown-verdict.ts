import type { AttemptView, GridView } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { matrixToTex, renderMath } from "@/lib/tex";
import { nameToTex } from "./name-to-tex";

/** A verdict ready to be shown: sentences are written and formulas are set. It can be sent to the browser as it stands. */
export interface ShownVerdict {
  readonly outcome: AttemptView["feedback"]["outcome"];
  readonly title: string;
  readonly lines: readonly string[];
  /** Both layouts, the numerator first; empty where nothing was graded. */
  readonly layouts: readonly ShownLayout[];
  /** The place in the answer that could not be read. */
  readonly place?: { readonly start: number; readonly end: number };
  readonly witness?: ShownWitness;
}

export interface ShownLayout {
  readonly layout: "numerator" | "denominator";
  readonly right: boolean;
  /** The shape that this layout asks for, in words. */
  readonly shape?: string;
}

/** A point at which the answer and the truth differ, as HTML of formulas. */
export interface ShownWitness {
  readonly at: readonly string[];
  /** Absent where the answer has no value there. */
  readonly answer?: string;
  readonly truth: string;
  readonly layout: "numerator" | "denominator";
}

/** Prepares a graded attempt for the page. */
export function showVerdict({ verdict, feedback }: AttemptView, declarations: Declarations): ShownVerdict {
  const { outcome, title, lines } = feedback;
  const { error, witness, shapes } = verdict;
  const layouts = (["numerator", "denominator"] as const).map((layout) => ({
    layout,
    right: verdict[layout],
    ...(shapes && { shape: shapes[layout] }),
  }));
  return {
    outcome,
    title,
    lines,
    layouts: verdict.status === "graded" ? layouts : [],
    ...(error && { place: { start: error.start, end: error.end } }),
    ...(witness && { witness: showWitness(witness, declarations) }),
  };
}

type Witness = NonNullable<AttemptView["verdict"]["witness"]>;

function showWitness({ at, answer, truth, layout }: Witness, declarations: Declarations): ShownWitness {
  return {
    at: showPoint(at, declarations),
    ...(answer && { answer: renderMath(matrixToTex(answer)) }),
    truth: renderMath(matrixToTex(truth)),
    layout,
  };
}

/** Values for names, one formula each: x = [1; 2]. */
export function showPoint(at: Readonly<Record<string, GridView>>, declarations: Declarations): readonly string[] {
  return Object.entries(at).map(([name, grid]) =>
    renderMath(`${nameToTex(name, declarations)} = ${matrixToTex(grid)}`),
  );
}
