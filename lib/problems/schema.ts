import { z } from "zod";
import { policies } from "../grade";
import { problemRecord } from "./record";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens");
const text = z.string().trim().min(1, "this text is empty");

/** A right answer in each layout, in the text form of the language. */
const answers = z
  .strictObject({ numerator: text.optional(), denominator: text.optional() })
  .refine((given) => given.numerator !== undefined || given.denominator !== undefined, "no right answer is given");

/** A wrong answer that a student could well give, and the slip behind it in a few words. */
const spoiled = z.strictObject({ answer: text, slip: text });

/** One problem of a `problems.yaml`. Its topic is the folder it lies in. */
export const bankProblem = z.strictObject({
  id,
  topic: id,
  title: text,
  /** Markdown with `$formulas$`. */
  statement: text,
  problem: problemRecord,
  policy: z.enum(policies),
  answers,
  spoiled: z.array(spoiled).min(2, "a problem shows at least two slips"),
  hint: text.optional(),
  /** Markdown; shown once the problem is solved. */
  solution: text.optional(),
  /** From 1, one rule applied once, to 5, several rules and some thought. */
  difficulty: z.int().min(1).max(5),
  /** Where the facts come from. */
  source: text,
});

export type BankProblem = z.infer<typeof bankProblem>;

/** One entry of `topics.yaml`; the entries stand in teaching order. */
export const bankTopic = z.strictObject({
  id,
  title: text,
  /** What a learner can do after it. */
  goal: text,
  /** The topics to know before. */
  needs: z.array(id),
  /** The heading it stands under on the page of topics. */
  group: text,
});

/** A topic with its place in the teaching order, from 1, and its lesson in Markdown where it has one. */
export type Topic = z.infer<typeof bankTopic> & { readonly order: number; readonly lesson?: string };
