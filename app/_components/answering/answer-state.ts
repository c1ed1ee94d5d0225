import { answerOf, type Typed } from "@/app/_components/fields/typed";
import type { Writing } from "@/app/_components/fields/writing";
import type { ShownVerdict } from "@/app/_components/shown-verdict";
import type { FieldComplaint } from "@/lib/services";
import { type AnswerRefusal, type AnswerReply, complaintOf } from "./answer-reply";

/** The answer form between two answers. */
export interface AnswerState {
  /** What stands in the fields. */
  readonly typed: Typed;
  readonly writing: Writing;
  /** In milliseconds: when a draft of it was typed. */
  readonly typedAt?: number;
  /** Names the next answer, so that sending it twice stores it once. */
  readonly key: string;
  /** What the verdict is about: the fields as they were sent, and the answer as people read it. */
  readonly sent?: Typed;
  readonly answer?: string;
  readonly verdict?: ShownVerdict;
  /** What the answer was stored as, and when it came in, as an ISO text. */
  readonly receipt?: { readonly id: string; readonly at: string };
  /** It has arrived in an assignment that does not show yet what comes of it. */
  readonly isHeld?: boolean;
  /** Why nothing was graded, and where in the text. */
  readonly complaint?: FieldComplaint;
}

/** What stays in the form whatever comes of an answer. */
export type Kept = Pick<AnswerState, "typed" | "writing" | "key">;

/** The form after an answer that was stored. */
export function stateAfter(kept: Kept, { line, verdict, nextKey }: AnswerReply): AnswerState {
  const stored = { ...kept, key: nextKey, sent: kept.typed, answer: line.text, receipt: { id: line.id, at: line.at } };
  return verdict ? { ...stored, verdict } : { ...stored, isHeld: true };
}

/** The form after an answer that was not: everything stays where it was typed. */
export function stateRefused(kept: Kept, refusal: AnswerRefusal): AnswerState {
  const answer = answerOf(kept.typed);
  const text = typeof answer === "string" ? answer : Object.values(answer).join("\n");
  return { ...kept, answer: text, complaint: complaintOf(refusal) };
}
