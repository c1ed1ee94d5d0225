import type { Grid } from "../../grade";
import type { Drawn, ProblemRecord } from "../../problems";
import { fromTemplate, templateOf } from "../answer-template";
import { onThread } from "../grader/lanes";
import { mayHaveValue, normalForm, type TypedText } from "../same-value";

/** A wrong answer with what it was given to. */
export interface WrongAnswer extends TypedText {
  readonly personId: string;
  readonly record: ProblemRecord;
  readonly drawn: Drawn | null;
  /** What it comes to at a point, where its verdict tells. */
  readonly seen: Seen | null;
}

/** The value of an answer at a point, row by row; what was drawn is a part of the point. */
export interface Seen {
  readonly point: string;
  readonly value: Grid | null;
}

/** Answers of one value. */
export interface Cluster<A extends WrongAnswer> {
  /** As most of them have it, with `@name` for what was drawn. */
  readonly template: string;
  readonly answers: readonly A[];
  /** How many ways of writing it there are. */
  readonly writings: number;
}

export interface Clustered<A extends WrongAnswer> {
  /** The ones that most people gave first. */
  readonly clusters: readonly Cluster<A>[];
  /** Ways of writing that were not compared with all others, because that would have been too much work. */
  readonly alone: number;
}

/** What one look at a problem may cost. */
export const mostGradings = 300;

/** Answers that are written the same. */
interface Writing<A> {
  readonly template: string;
  readonly first: A;
  readonly answers: A[];
}

/** A cluster that is being put together. */
interface Growing<A> {
  readonly template: string;
  readonly first: A;
  readonly writings: Writing<A>[];
}

/**
 * Puts answers of equal value together: first those that are written the same, which costs nothing; then the grader compares ways of
 * writing that are not known to differ at some point, the most frequent first, as long as the work is bounded.
 */
export async function cluster<A extends WrongAnswer>(
  answers: readonly A[],
  gradings = mostGradings,
  hasSameValue = byGrader,
): Promise<Clustered<A>> {
  const found: Growing<A>[] = [];
  const compare = comparer(gradings, hasSameValue);
  let alone = 0;
  for (const writing of writingsOf(answers)) {
    const home = await homeOf(writing, found, compare);
    if (home === "too-much") alone++;
    if (typeof home === "object") home.writings.push(writing);
    else found.push({ template: writing.template, first: writing.first, writings: [writing] });
  }
  const clusters = found.map(({ template, writings }) => ({
    template,
    answers: writings.flatMap((writing) => writing.answers),
    writings: writings.length,
  }));
  return { clusters: clusters.sort((a, b) => peopleIn(b) - peopleIn(a) || b.answers.length - a.answers.length), alone };
}

type Compare = (template: string, answer: WrongAnswer) => Promise<boolean | "too-much">;

/** The cluster that a way of writing belongs to, if there is one yet. */
async function homeOf<A extends WrongAnswer>(
  { first }: Writing<A>,
  found: readonly Growing<A>[],
  compare: Compare,
): Promise<Growing<A> | "none" | "too-much"> {
  for (const candidate of found) {
    if (isSeenApart(candidate.first.seen, first.seen)) continue;
    const same = await compare(candidate.template, first);
    if (same === "too-much") return same;
    if (same) return candidate;
  }
  return "none";
}

/** True where two answers come to something else at one point, beyond what rounding does. */
function isSeenApart(one: Seen | null, other: Seen | null): boolean {
  if (!one || !other || one.point !== other.point) return false;
  const [a, b] = [one.value?.flat(), other.value?.flat()];
  if (!a || !b) return a !== b;
  if (one.value?.length !== other.value?.length || a.length !== b.length) return true;
  return a.some((each, at) => Math.abs(each - (b[at] ?? 0)) > 1e-6 * (1 + Math.abs(each)));
}

/** Compares values by the grader, so many times. */
function comparer(gradings: number, hasSameValue: SameValue): Compare {
  let left = gradings;
  return async (template, answer) => {
    const other = fromTemplate(template, answer.drawn);
    if (!mayHaveValue(answer.record, other)) return false;
    if (left === 0) return "too-much";
    left--;
    return hasSameValue(answer, other);
  };
}

/** Whether an answer has the value of a text, which it is compared with under the problem that it was given to. */
export type SameValue = (answer: WrongAnswer, text: string) => Promise<boolean>;

/** By the grader, on a thread. What takes too long to compare counts as another value. */
const byGrader: SameValue = async ({ record, text, syntax }, other) => {
  const found = await onThread("patient", "find-value", { record, texts: [other], typed: { text, syntax } });
  return found.ended === "done" && found.value === 0;
};

/** How many people gave an answer of a cluster. */
export function peopleIn({ answers }: Cluster<WrongAnswer>): number {
  return new Set(answers.map(({ personId }) => personId)).size;
}

function writingsOf<A extends WrongAnswer>(answers: readonly A[]): readonly Writing<A>[] {
  const writings = new Map<string, Writing<A>>();
  for (const answer of answers) {
    const template = templateOf(normalForm(answer.record, answer), answer.drawn);
    const known = writings.get(template);
    if (known) known.answers.push(answer);
    else writings.set(template, { template, first: answer, answers: [answer] });
  }
  return [...writings.values()].sort(
    (a, b) => b.answers.length - a.answers.length || drawnIn(b) - drawnIn(a) || a.template.length - b.template.length,
  );
}

/** Of two that are as frequent, the one speaks for both that has more of what was drawn in it, and then the shorter one. */
function drawnIn({ template }: Writing<unknown>): number {
  return template.split("@").length;
}
