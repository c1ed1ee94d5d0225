import { keeping, type Seed } from "../../base";
import { type Answer, type AnswerKey, gradeRecord, type Verdict } from "../../grade";
import type { ProblemRecord } from "../../problems";
import { lookAt } from "../playground/look";
import type { PlaygroundInput } from "../playground/views";
import { hasValue, readValue, type TypedText } from "../same-value";
import { lookCloser } from "./closer-look";
import { type AskedRecord, type Question, readQuestion, verdictOn } from "./question";
import { seedWith } from "./seed";

/** What the grader is asked to do on a thread: no database, no clock, no chance; everything comes with the message. */

/** An answer to what was asked. */
export interface AskedAnswer {
  readonly asked: AskedRecord;
  readonly answer: Answer;
  readonly seed: Seed;
}

/** What stays the same is read once a thread: the same question is asked of many, and compared with many. */
const questions = keeping<Question>(1_000);
const values = keeping<{ readonly key: AnswerKey | null }>(1_000);

function questionOf({ record, policy }: AskedRecord): Question {
  return questions(JSON.stringify([record, policy]), () => readQuestion(record, policy));
}

function keyOfValue(record: ProblemRecord, text: string): AnswerKey | null {
  return values(JSON.stringify([record, text]), () => ({ key: readValue(record, text) })).key;
}

export const tasks = {
  /** Nothing; but a thread that does it is there. */
  begin: (_: null) => true,

  /** The verdict on an answer. */
  grade: ({ asked, answer, seed }: AskedAnswer) => verdictOn(questionOf(asked), answer, seed),

  /** What more can be told of a wrong one. */
  "look-closer": ({ asked, answer, seed, verdict }: AskedAnswer & { readonly verdict: Verdict }) =>
    lookCloser(verdict, questionOf(asked), answer, seed),

  /** Which of these answers has the value of the one that was typed: its place, or -1. */
  "find-value": ({ record, texts, typed }: { record: ProblemRecord; texts: readonly string[]; typed: TypedText }) =>
    texts.findIndex((text) => {
      const key = keyOfValue(record, text);
      return key !== null && hasValue(key, typed);
    }),

  /** The verdict on a record of the grading contract. */
  "grade-record": ({ record, secret }: { record: unknown; secret: string }) => gradeRecord(record, secret),

  /** Everything that can be said of a function that somebody typed. */
  explore: ({ input, secret }: { input: PlaygroundInput; secret: string }) =>
    lookAt(input, (problem) => seedWith(secret, `playground ${problem}`)),
};
