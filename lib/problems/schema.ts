import { z } from "zod";
import { policies } from "../grade";
import { parametersSchema } from "./parameters";
import { hasLayouts, problemRecord } from "./record";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens");
const text = z.string().trim().min(1, "this text is empty");

/** An answer as it is typed: an expression, the lines of a derivation, or the cells of a table. */
const answerText = z.union([text, z.array(text).min(1), z.record(z.string(), text)]);

/** A right answer in each layout, in the text form of the language. */
const answers = z.strictObject({ numerator: text, denominator: text });

/** A wrong answer that a student could well give, and the slip behind it in a few words. */
const spoiled = z.strictObject({ answer: answerText, slip: text });

/** A section of a source, `snow/7.3`, or `own` for what is ours. */
const citation = z.string().regex(/^(own|[a-z0-9]+\/[a-z0-9.-]+)$/, "a source is cited as snow/7.3, or own");

const skills = z.array(id).max(3, "a problem has up to three skills");
const difficulty = z.int().min(1).max(5);
const sources = z.array(citation);

/** What a problem has beside its record, whether its parameters were drawn or not. */
const fields = {
  id,
  topic: id,
  title: text,
  /** Ids of skills, the first of them of the problem's own topic. */
  skills: skills.default([]),
  /** From 1, one rule applied once, to 5, several rules and some thought. */
  difficulty: difficulty.optional(),
  sources: sources.default([]),
  policy: z.enum(policies),
  /** How the answer field starts. */
  input: z.enum(["text", "latex", "grid"]).default("text"),
  /** `alike` where the truth is the same in both layouts. */
  layouts: z.literal("alike").optional(),
  /** Markdown with `$formulas$`. */
  statement: text,
  /** For the forms with layouts. */
  answers: answers.optional(),
  /** For the forms without. */
  answer: answerText.optional(),
  spoiled: z.array(spoiled).default([]),
  /** Markdown, from a nudge to the first step. */
  hints: z.array(text).max(3, "a problem has up to three hints").default([]),
  /** Markdown with blocks; shown once the problem is solved. */
  solution: text.optional(),
};

/** What stays the same in all draws. */
const template = {
  ...fields,
  parameters: parametersSchema.optional(),
  /** A problem record of the contract, in which sizes and numbers may be parameters. */
  problem: z.record(z.string(), z.unknown()),
};

/** A problem of whatever author, its parameters not yet drawn: in a pack, in an editor, in the bank. */
export const authoredProblem = z.strictObject(template);

export type AuthoredProblem = z.infer<typeof authoredProblem>;

/** One problem of the bank's `problems.yaml`, of which more is asked. Its topic is the folder it lies in. */
export const bankProblem = z
  .strictObject({
    ...template,
    skills: skills.min(1),
    difficulty,
    sources: sources.min(1, "a problem names its source, or own"),
    spoiled: z.array(spoiled).min(1, "a problem shows a slip"),
    solution: text,
  })
  .refine(({ problem, spoiled }) => problem.form === "choice" || spoiled.length > 1, {
    path: ["spoiled"],
    message: "a problem shows at least two slips",
  });

export type BankProblem = z.infer<typeof bankProblem>;

/** A problem as one student sees it: nothing is left to draw, and the record is one that the grader reads. */
export const problemInstance = z.strictObject({ ...fields, problem: problemRecord }).superRefine((problem, context) => {
  const complain = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const { form = "derivative" } = problem.problem;
  if (hasLayouts(form)) {
    if (!problem.answers) complain("answers", `the form ${form} has an answer in each layout: answers`);
    if (problem.answer !== undefined) complain("answer", `the form ${form} has answers, not answer`);
  } else {
    if (problem.answer === undefined) complain("answer", `the form ${form} has one right answer: answer`);
    if (problem.answers) complain("answers", `the form ${form} has no layouts: answer, not answers`);
  }
});

export type ProblemInstance = z.infer<typeof problemInstance>;

/** An answer as a problem holds it: an expression, lines or cells. */
export type AnswerText = z.infer<typeof answerText>;

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
  /** What a student can do after it, by skill. */
  skills: z.record(id, text).refine((skills) => {
    const count = Object.keys(skills).length;
    return count >= 2 && count <= 5;
  }, "a topic has two to five skills"),
});

/** A topic with its place in the teaching order, from 1, and its lesson in Markdown where it has one. */
export type Topic = z.infer<typeof bankTopic> & { readonly order: number; readonly lesson?: string };

/** A section of a source, and the topics it belongs to. */
const section = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/, "a section's id is lower-case letters, digits, points and hyphens"),
  title: text,
  topics: z.array(id).min(1),
  /** Where there is nothing to practise. */
  about: z.enum(["links", "motive"]).optional(),
});

/** One entry of `sources.yaml`: a text that the syllabus follows. */
export const bankSource = z.strictObject({ id, title: text, sections: z.array(section).min(1) });

export type Source = z.infer<typeof bankSource>;
