import { mutantsOf } from "../../audit";
import type { Seed } from "../../base";
import { explain } from "../../feedback";
import { describeTruth, type Verdict } from "../../grade";
import { type AnswerText, countVariants, hasLayouts, type ProblemInstance } from "../../problems";
import { askedBy, surroundings } from "../asked-view";
import { contentOf } from "../content";
import { formulaTex } from "../formulas";
import { verdictOn } from "../grader/question";
import { filled } from "../instances";

import { type ProblemDraft, sizeComplaints } from "./draft";
import { isTyped } from "./draft-fields";
import { readAnswerText } from "./draft-parts";
import { type DraftMathematics, type DraftVariant, mathematicsOf, rightAnswersOf, variantOf } from "./read-draft";
import { templateOf } from "./template";
import type {
  CheckedAnswerView,
  CheckedSlipView,
  DraftedProblemView,
  DraftLookView,
  JudgedView,
  TruthView,
  TypicalAnswerView,
  VariantSampleView,
} from "./views";
import { answerText } from "./write-draft";

/** How many typical wrong answers and how many variants are shown. */
const mostTypical = 10;
export const shownVariants = 3;

const nothing: DraftLookView = {
  complaints: {},
  student: null,
  truth: null,
  answers: [],
  spoiled: [],
  typical: [],
  variants: [],
  variantCount: 1,
  alike: null,
};

/** Everything that can be said of a draft as it stands. It may take a while: in a request only on a thread. */
export function lookAt(draft: ProblemDraft, variant: number, seed: Seed): DraftLookView {
  const tooLong = sizeComplaints(draft);
  if (Object.keys(tooLong).length > 0) return { ...nothing, complaints: tooLong };
  const mathematics = mathematicsOf(draft);
  if (!mathematics.ok) return { ...nothing, complaints: mathematics.error };
  const shown = variantOf(draft, mathematics.value, seedOfVariant(variant));
  if (!shown.ok) return { ...nothing, complaints: shown.error };
  const checked = checkAnswers(draft, shown.value, seed);
  return {
    complaints: {},
    student: studentView(draft, shown.value),
    truth: truthOf(shown.value, seed),
    ...checked,
    spoiled: checkSpoiled(draft, shown.value, seed),
    typical: typicalOf(draft, mathematics.value, shown.value, seed),
    variants: variantsOf(draft, mathematics.value),
    variantCount: countVariants(mathematics.value.parameters),
  };
}

/** The same variants each time that somebody looks. */
export function seedOfVariant(variant: number): Seed {
  return `draft ${variant}`;
}

/** How the answer field starts. */
export function inputOf({ input }: ProblemDraft): "text" | "latex" | "grid" {
  return input === "latex" || input === "grid" ? input : "text";
}

function studentView(draft: ProblemDraft, { record, drawn, question }: DraftVariant): DraftedProblemView {
  const around = surroundings(record);
  const say = (markdown: string) => filled(markdown, drawn);
  return {
    ...askedBy(record, inputOf(draft), () => question),
    policy: question.policy,
    alike: draft.alike,
    title: say(draft.title),
    statement: contentOf(say(draft.statement), around),
    hints: draft.hints.filter(isTyped).map(say),
    solution: isTyped(draft.solution) ? contentOf(say(draft.solution), around) : null,
  };
}

/** The truth with a sample, in words and numbers; nothing where the form has none that can be laid out. */
function truthOf({ question: { key, shapes } }: DraftVariant, seed: Seed): TruthView | null {
  if (!key.ok) return null;
  const truth = describeTruth(key.value, seed);
  if (!truth.ok) return null;
  const { numerator, denominator, at, differences } = truth.value;
  const laidOut = (layout: "numerator" | "denominator") => ({
    shape: shapes?.[layout] ?? truth.value[layout].shape,
    sample: { numerator, denominator }[layout].sample,
    differences: differences?.[layout] ?? null,
  });
  return { numerator: laidOut("numerator"), denominator: laidOut("denominator"), at, gap: differences?.gap ?? null };
}

/** The author's right answers, checked as typed, and whether the layouts can be told apart by them. */
function checkAnswers(
  draft: ProblemDraft,
  variant: DraftVariant,
  seed: Seed,
): Pick<DraftLookView, "answers" | "alike"> {
  const form = variant.question.form;
  const fields = hasLayouts(form) ? (["numerator", "denominator"] as const) : (["answer"] as const);
  const verdicts: Verdict[] = [];
  const answers = fields.flatMap((field): CheckedAnswerView[] => {
    if (!isTyped(draft[field])) return [];
    const { verdict, ...judged } = judge(variant, readAnswerText(draft[field], form), seed);
    verdicts.push(verdict);
    const layout = field === "answer" ? "numerator" : field;
    return [{ field, right: verdict.status === "graded" && verdict[layout], ...judged }];
  });
  const right = verdicts.find((verdict) => verdict.status === "graded" && (verdict.numerator || verdict.denominator));
  if (!hasLayouts(form) || right?.status !== "graded") return { answers, alike: null };
  return { answers, alike: right.numerator && right.denominator };
}

function checkSpoiled(draft: ProblemDraft, variant: DraftVariant, seed: Seed): CheckedSlipView[] {
  return draft.spoiled.flatMap(({ answer }, at) => {
    if (!isTyped(answer)) return [];
    const { verdict, ...judged } = judge(variant, readAnswerText(answer, variant.question.form), seed);
    const refused = verdict.status === "graded" && !verdict.numerator && !verdict.denominator;
    return [{ at, refused, ...judged }];
  });
}

/** An answer of the author's under the problem as it stands, whichever layout it is in. */
function judge(
  { question, drawn }: DraftVariant,
  answer: AnswerText,
  seed: Seed,
): JudgedView & { readonly verdict: Verdict } {
  const verdict = verdictOn(question, { text: filled(answer, drawn), syntax: "text" }, seed);
  const { outcome, title, lines } = explain(verdict, question.policy, question.kind, question.form);
  return { verdict, outcome, title, lines };
}

/**
 * Wrong answers made from the right one, each with the diagnosis that a student would get. Of a problem with parameters only
 * those are offered that can be said for all variants.
 */
function typicalOf(
  draft: ProblemDraft,
  mathematics: DraftMathematics,
  variant: DraftVariant,
  seed: Seed,
): TypicalAnswerView[] {
  const own = wrongAnswersOf(draft, variant);
  const others = countVariants(mathematics.parameters) < 2 ? [] : otherVariants(draft, mathematics, variant);
  const alsoThere = others.map((other) => ({ drawn: other.drawn, wrong: wrongAnswersOf(draft, other) }));
  return [...own].slice(0, mostTypical).flatMap(([slip, wrong]): TypicalAnswerView[] => {
    const twins = alsoThere.map(({ drawn, wrong: there }) => ({ drawn, text: there.get(slip) ?? "" }));
    const answer = templateOf(
      { drawn: variant.drawn, text: answerText(wrong) },
      twins.map(({ drawn, text }) => ({ drawn, text: answerText(text) })),
    );
    if (answer === undefined) return [];
    const { verdict: _, ...judged } = judge({ ...variant, drawn: {} }, wrong, seed);
    return [{ slip, answer, ...judged }];
  });
}

/** Two more variants, to tell a parameter from a number that happens to be the same. */
function otherVariants(draft: ProblemDraft, mathematics: DraftMathematics, { drawn }: DraftVariant): DraftVariant[] {
  const found = Array.from({ length: 6 }, (_, k) => variantOf(draft, mathematics, `draft beside ${k}`)).flatMap(
    (each) => (each.ok ? [each.value] : []),
  );
  return found.filter((each) => JSON.stringify(each.drawn) !== JSON.stringify(drawn)).slice(0, 2);
}

/** By slip. */
function wrongAnswersOf(
  draft: ProblemDraft,
  { question, record, drawn }: DraftVariant,
): ReadonlyMap<string, AnswerText> {
  const { answers, answer } = rightAnswersOf(draft, question.form);
  const right = answer ?? answers?.[question.policy === "numerator" ? "numerator" : "denominator"];
  if (right === undefined || !question.key.ok) return new Map();
  // Of a problem's instance only these are looked at.
  const instance = { problem: record, id: "draft" } as ProblemInstance;
  const mutants = mutantsOf(filled(right, drawn), instance, question.key.value);
  const named = new Map<string, AnswerText>();
  for (const { slip, answer: wrong } of mutants) named.set(nameFor(slip, named), wrong);
  return named;
}

/** Of one slip there may be several: another option, and another. */
function nameFor(slip: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(slip)) return slip;
  let k = 2;
  while (taken.has(`${slip} ${k}`)) k += 1;
  return `${slip} ${k}`;
}

function variantsOf(draft: ProblemDraft, mathematics: DraftMathematics): VariantSampleView[] {
  if (countVariants(mathematics.parameters) < 2) return [];
  return Array.from({ length: shownVariants }, (_, k) => variantOf(draft, mathematics, seedOfVariant(k))).flatMap(
    (variant) => {
      if (!variant.ok) return [];
      const { record, drawn } = variant.value;
      const source = record.function ?? record.reference;
      return [
        {
          drawn,
          statement: contentOf(filled(draft.statement, drawn), surroundings(record)),
          tex: source === undefined ? null : formulaTex(source, record, record.indices),
        },
      ];
    },
  );
}
