import { z } from "zod";

/** What the API takes and gives. The OpenAPI file is written from these, and the tests hold every answer against them. */

const id = z.uuid();
const time = z.iso.datetime();
const points = z.number().min(0);

export const course = z
  .strictObject({ id, title: z.string(), term: z.string(), time_zone: z.string(), archived: z.boolean() })
  .meta({ description: "A course that the token reads." });

const item = z.strictObject({
  id,
  title: z.string(),
  problem_id: z.string().nullable().meta({ description: "The problem, where one is named." }),
  topic_id: z.string().nullable().meta({ description: "The topic that problems are drawn from for each student." }),
  difficulty: z.int().min(1).max(5).nullable(),
  count: z.int().min(1).meta({ description: "How many problems each student gets." }),
  points: points.meta({ description: "Of each of its problems." }),
});

export const assignment = z.strictObject({
  id,
  title: z.string(),
  published: z.boolean(),
  opens_at: time,
  due_at: time,
  closes_at: time,
  attempts: z.int().nullable().meta({ description: "Counted answers to each problem; null without a limit." }),
  points,
  items: z.array(item),
});

export const submission = z.strictObject({
  id,
  student_id: id,
  item_id: id,
  slot: z.int().min(0).meta({ description: "Which of the item's problems, from 0." }),
  problem_id: z.string(),
  version: z.int().meta({ description: "The version of the problem that was answered." }),
  arrived_at: time.meta({
    description: "When the answer reached the server; the closing for a draft that was sent by it.",
  }),
  attempt: z.int().nullable().meta({ description: "From 1; null for an answer that cost no attempt." }),
  automatic: z.boolean().meta({ description: "The last draft, sent at the closing." }),
  syntax: z.enum(["text", "latex"]),
  text: z.string(),
  hints: z.int(),
  status: z
    .enum(["graded", "invalid", "undecided", "bad-problem", "waiting"])
    .meta({ description: "`waiting` while it is being graded: ask for it again later." }),
  numerator: z.boolean(),
  denominator: z.boolean(),
  correct: z.boolean().meta({ description: "Right in a layout that counts here." }),
  diagnosis: z.array(z.string()).meta({ description: "Codes of the grading contract, the likeliest first." }),
  worth: z.number().min(0).max(1).meta({ description: "What a right answer was worth when it arrived." }),
  grader_version: z.string(),
});

export const submissionsPage = z.strictObject({
  submissions: z.array(submission),
  next_cursor: id.nullable().meta({ description: "Send it as `cursor` for the next page; null on the last." }),
});

export const grades = z.strictObject({
  course_id: id,
  assignments: z.array(z.strictObject({ id, title: z.string(), points })),
  students: z.array(
    z.strictObject({
      id,
      name: z.string(),
      email: z.string(),
      external_id: z.string().nullable(),
      section: z.string().nullable(),
      points: z.array(points.nullable()).meta({
        description: "In the order of `assignments`; null where nothing was answered and there is still time.",
      }),
    }),
  ),
});

export const gradeRecord = z
  .looseObject({
    id: z.union([z.string(), z.number()]).optional(),
    problem: z.looseObject({}),
    answer: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]),
    syntax: z.enum(["text", "latex"]).optional(),
  })
  .meta({ description: "A record of the grading contract." });

export const verdict = z
  .looseObject({
    id: z.union([z.string(), z.number()]).nullable(),
    status: z.enum(["graded", "invalid", "undecided", "bad-problem"]),
    numerator: z.boolean().optional(),
    denominator: z.boolean().optional(),
  })
  .meta({ description: "A verdict of the grading contract." });

/** RFC 9457. */
export const problem = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "What went wrong, for programs." }),
    detail: z.string().meta({ description: "What went wrong, for people." }),
  })
  .meta({ description: "What went wrong." });

export const schemas = {
  Course: course,
  Assignment: assignment,
  Submission: submission,
  SubmissionsPage: submissionsPage,
  Grades: grades,
  GradeRecord: gradeRecord,
  Verdict: verdict,
  Problem: problem,
};
