import type { DiagnosisCode } from "../grade";

/** A place in a lesson: a heading, or a paragraph below it, as the lesson's page addresses it. */
export interface LessonPlace {
  readonly topic: string;
  readonly anchor: string;
  /** What is to be read there: "how the two layouts turn into each other". */
  readonly about: string;
  /** Words that stand there: they keep the link from pointing elsewhere when the lesson is rewritten. */
  readonly says: string;
}

/** The cause of a wrong answer, by name, and where it is taught. */
export interface Cause {
  readonly name: string;
  readonly lesson: LessonPlace;
}

/** Topic, anchor, what it is about, words that stand there. */
type Row = { readonly name: string; readonly lesson: readonly [string, string, string, string] };

const causes: { readonly [C in DiagnosisCode]: Row } = {
  transposed: {
    name: "The other layout",
    lesson: ["layouts", "the-law-1", "how one layout turns into the other", "transpose"],
  },
  "constant-factor": {
    name: "A constant factor",
    lesson: ["single-variable", "the-law", "where powers bring factors down", "A constant factor stays"],
  },
  sign: {
    name: "The sign",
    lesson: ["single-variable", "definition", "what the sign of a derivative says", "The sign says"],
  },
  "missed-occurrence": {
    name: "A place that was held constant",
    lesson: ["stop-gradient", "the-usual-slip-1", "one part for each place of the variable", "Stopping at the first"],
  },
  "missing-inner-derivative": {
    name: "A missing inner derivative",
    lesson: ["common-mistakes", "worked-example", "an inside that was forgotten", "the inside"],
  },
  "assumed-symmetric": {
    name: "A symmetry that is not given",
    lesson: ["quadratic-forms", "the-usual-slip-1", "when 2Ax is right, and when not", "symmetric"],
  },
  "product-order": {
    name: "The order of a product",
    lesson: ["chain-rule", "the-law-2", "the order of a chain in each layout", "the order turns round"],
  },
  "missing-transpose": {
    name: "A transpose",
    lesson: ["chain-rule", "shape-check-1", "how sizes show a missing transpose", "a transpose is missing"],
  },
  "elementwise-product": {
    name: "Two kinds of product",
    lesson: ["elementwise", "the-usual-slip-1", "products entry by entry and of matrices", "entry by entry"],
  },
  "not-differentiated": {
    name: "Not differentiated",
    lesson: ["single-variable", "definition-1", "what a derivative is", "the limit"],
  },
  "wrong-shape": {
    name: "The shape",
    lesson: ["layouts", "shape-check-1", "the shapes that an answer can have", "rejected without reading it"],
  },
  "rounded-constant": {
    name: "A rounded number",
    lesson: ["single-variable", "the-usual-slip-3", "why constants are not rounded", "A rounded constant"],
  },
  undefined: {
    name: "Where it has a value",
    lesson: ["determinant-inverse", "the-law", "where a rule holds", "Where do the rules hold?"],
  },
};

/** Every code of a diagnosis. */
export const causeCodes = (): readonly string[] => Object.keys(causes);

/** The cause that a diagnosis names; `other-layout` for an answer that is right in the layout that was not asked for. */
export function causeOf(code: string): Cause | undefined {
  if (code === "other-layout") return causeOf("transposed");
  if (!Object.hasOwn(causes, code)) return undefined;
  const { name, lesson } = causes[code as DiagnosisCode];
  const [topic, anchor, about, says] = lesson;
  return { name, lesson: { topic, anchor, about, says } };
}
