import { z } from "zod";
import type { Scope } from "@/lib/services";
import { assignment, course, gradeRecord, grades, submissionsPage, verdict } from "./schemas";

/** One thing that a program can ask for. */
export interface Operation {
  readonly id: string;
  readonly method: "GET" | "POST";
  /** Below /api/v1, with its parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** One of these is enough. */
  readonly scopes: readonly Scope[];
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** What can go wrong beside a missing token and too many requests. */
  readonly errors: readonly number[];
}

/** How many answers come in one page, and at most. */
const page = { usual: 100, most: 500 };

export const operations = {
  listCourses: {
    id: "listCourses",
    method: "GET",
    path: "/courses",
    summary: "The courses that the token reads",
    description: "Those whose instructor the token's owner is now, or the one that the token was made for.",
    scopes: ["read:assignments", "read:submissions", "read:grades"],
    answer: z.strictObject({ courses: z.array(course) }),
    errors: [403],
  },
  listAssignments: {
    id: "listAssignments",
    method: "GET",
    path: "/courses/{courseId}/assignments",
    summary: "The assignments of a course, drafts too",
    scopes: ["read:assignments"],
    answer: z.strictObject({ assignments: z.array(assignment) }),
    errors: [403, 404],
  },
  listSubmissions: {
    id: "listSubmissions",
    method: "GET",
    path: "/assignments/{assignmentId}/submissions",
    summary: "The answers to an assignment, a page at a time",
    description: "In the order in which they were stored, each with its newest grade.",
    scopes: ["read:submissions"],
    query: z.strictObject({
      cursor: z.uuid().optional().meta({ description: "The `next_cursor` of the page before." }),
      limit: z.coerce.number().int().min(1).max(page.most).default(page.usual),
    }),
    answer: submissionsPage,
    errors: [403, 404, 422],
  },
  listGrades: {
    id: "listGrades",
    method: "GET",
    path: "/courses/{courseId}/grades",
    summary: "The points of all students of a course, by assignment",
    scopes: ["read:grades"],
    answer: grades,
    errors: [403, 404],
  },
  grade: {
    id: "grade",
    method: "POST",
    path: "/grade",
    summary: "Grades an answer to a problem that comes with it",
    description:
      "Takes a record of the grading contract and gives its verdict. Nothing is stored. A record that is itself wrong has the verdict `bad-problem`. It counts towards the limits of its owner's answers.",
    scopes: ["grade"],
    body: gradeRecord,
    answer: verdict,
    errors: [400, 403, 413, 422],
  },
} as const satisfies Readonly<Record<string, Operation>>;
