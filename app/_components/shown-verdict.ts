import type { Syntax } from "@/lib/expr";
import { causeOf, hasLayouts, spokenVerdict } from "@/lib/feedback";
import type { AttemptView } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { renderMarkdown } from "@/lib/tex";
import { type AskedHow, type ShownReading, showReading } from "./shown-reading";
import { type ShownWitness, showWitness } from "./shown-witness";

export { showPoint } from "./shown-witness";

/** A verdict ready to be shown: sentences are written and formulas are set. It can be sent to the browser as it stands. */
export interface ShownVerdict {
  readonly outcome: AttemptView["feedback"]["outcome"];
  readonly title: string;
  /** What is said beside the causes. */
  readonly lines: readonly string[];
  readonly causes: readonly ShownCause[];
  /** What a teacher says to answers of this value, set. */
  readonly remark?: string;
  /** The whole in one sentence, for reading out. */
  readonly spoken: string;
  /** What was read; absent where that is no single expression. */
  readonly reading?: ShownReading;
  /** The part of the answer that the slip is in. */
  readonly slip?: ShownSlip;
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

/** A part of the answer to look at. */
export interface ShownSlip extends ShownPlace {
  readonly words: string;
}

export interface ShownStep {
  readonly text: string;
  /** Lines behind the first wrong one are not looked at. */
  readonly mark: "right" | "wrong" | "unseen";
}

/** A named cause of a wrong answer, why, and where it is taught. */
export interface ShownCause {
  readonly name: string;
  readonly why?: string;
  readonly lesson?: { readonly href: string; readonly about: string };
}

type Graded = Pick<AttemptView, "text" | "verdict" | "feedback">;

/** Prepares a graded attempt for the page; where it is known how it was asked for, with what was read. */
export function showVerdict(
  { text, verdict, feedback }: Graded,
  declarations: Declarations,
  asked?: AskedHow & { readonly syntax: Syntax },
): ShownVerdict {
  const { outcome, title, lines } = feedback;
  const { form, status, error, witness, shapes, firstWrong, cells } = verdict;
  const layouts = (["numerator", "denominator"] as const).map((layout) => ({
    layout,
    right: verdict[layout],
    ...(shapes && { shape: shapes[layout] }),
  }));
  // Where only right or wrong may be told, nothing is said of the lines of a wrong derivation.
  const isTold = firstWrong !== null || verdict.numerator || verdict.denominator;
  const causes = showCauses(verdict, feedback);
  const reading = asked && showReading(text, asked.syntax, asked);
  const slip = showSlip(text, verdict);
  return {
    outcome,
    title,
    lines: lines.slice(causes.length),
    causes,
    ...(feedback.remark && { remark: renderMarkdown(feedback.remark) }),
    spoken: spokenVerdict({ ...feedback, reading: reading?.speech }, { declarations, indices: asked?.indices }),
    ...(reading && { reading }),
    ...(slip && { slip }),
    layouts: status === "graded" && hasLayouts(form) && firstWrong === null ? layouts : [],
    ...(error && { place: showPlace(text, error) }),
    ...(witness && { witness: showWitness(witness, form, declarations) }),
    ...(form === "steps" && status === "graded" && isTold && { steps: showSteps(text, firstWrong) }),
    ...(firstWrong !== null && { wrongLine: firstWrong }),
    ...(cells && { cells }),
  };
}

/** The causes, each with its sentence: of a wrong answer one line belongs to each diagnosis. */
function showCauses({ diagnosis }: Verdict, { outcome, lines }: AttemptView["feedback"]): readonly ShownCause[] {
  const codes = outcome === "other-layout" ? [outcome] : outcome === "wrong" ? diagnosis.map(({ code }) => code) : [];
  return codes.flatMap((code, index) => {
    const cause = causeOf(code);
    if (!cause) return [];
    const { name, lesson } = cause;
    const why = lines[index];
    return [
      {
        name,
        ...(why !== undefined && { why }),
        ...(lesson && { lesson: { href: `/topics/${lesson.topic}#${lesson.anchor}`, about: lesson.about } }),
      },
    ];
  });
}

/** Slips that are in a part of the answer, and not of the function. */
const withinAnswer: ReadonlySet<string> = new Set([
  "product-order",
  "missing-transpose",
  "elementwise-product",
  "rounded-constant",
]);

/** The summand that is wrong, or the part that the slip is in, where it stands in the answer once. */
function showSlip(text: string, { diagnosis, summand }: Verdict): ShownSlip | undefined {
  if (summand) return { text, ...summand, words: "The rest of the sum is right. Look at this part." };
  const part = diagnosis.find(({ code }) => withinAnswer.has(code))?.part;
  if (!part || part === text.trim()) return undefined;
  const start = text.indexOf(part);
  return start < 0 || text.includes(part, start + 1)
    ? undefined
    : { text, start, end: start + part.length, words: "Look at this part." };
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
