import type { Kind, Places } from "./people";

/** A page as somebody sees it. */
export interface PageRow {
  /** As the app's folders have it: "/topics/[id]". */
  readonly page: string;
  /** Where it is, if not there: one with an id, or with words behind it. */
  readonly at?: string | ((places: Places) => string);
  /** What it shows, where a page is looked at more than once by one person. */
  readonly shows?: string;
}

/** A function of two numbers, whose level curves are drawn. */
const plotted = new URLSearchParams([
  ["f", "(1 - a)^2 + 100*(b - a^2)^2"],
  ["v", "a"],
  ["v", "b"],
  ["wrt", "a"],
  ["at", "a = -0.5\nb = 0.5"],
  ["answer", "-2*(1 - a) - 400*a*(b - a^2)"],
]);

const taughtCourse = "/teach/courses/[courseId]";
const taughtAssignment = `${taughtCourse}/assignments/[assignmentId]`;

/** Pages of a course that have no other id in their address. */
const inCourse = (...ends: readonly string[]): readonly PageRow[] =>
  ends.map((end) => ({ page: taughtCourse + end, at: ({ course }) => course + end }));

/** Pages of a problem of one's own. */
const ofOwnProblem = (...ends: readonly string[]): readonly PageRow[] =>
  ends.map((end) => ({ page: `/teach/problems/[id]${end}`, at: ({ ownProblem }) => ownProblem + end }));

/**
 * Every page of the app, by who looks at it. A page that is missing here fails the journey of comfort: add a row, and to
 * people.ts what the page needs to have something to show.
 */
export const table: { readonly [K in Kind]: readonly PageRow[] } = {
  visitor: [
    { page: "/" },
    { page: "/topics" },
    { page: "/topics/[id]", at: "/topics/trace" },
    { page: "/problems/[id]", at: "/problems/squared-length" },
    { page: "/map" },
    { page: "/dashboard" },
    { page: "/review" },
    { page: "/placement" },
    { page: "/reference" },
    { page: "/reference", at: "/reference?q=ridge&layout=denominator", shows: "found" },
    { page: "/reference/typing" },
    { page: "/playground" },
    { page: "/sign-in" },
    { page: "/sign-up" },
    { page: "/no-such-page" },
  ],
  guest: [
    { page: "/", shows: "answered" },
    { page: "/account", shows: "work of a guest" },
    { page: "/dashboard" },
    { page: "/placement", shows: "question" },
    { page: "/playground", at: `/playground?${plotted}`, shows: "plot" },
  ],
  newcomer: [{ page: "/dashboard" }, { page: "/review" }],
  student: [
    { page: "/account" },
    { page: "/dashboard" },
    { page: "/map" },
    { page: "/topics" },
    { page: "/topics/[id]", at: "/topics/quadratic-forms" },
    { page: "/problems/[id]", at: "/problems/quadratic-form" },
    { page: "/review" },
    { page: "/review/[id]", at: ({ reviewDone }) => reviewDone },
  ],
  reviewer: [{ page: "/review", shows: "problem" }],
  pupil: [
    { page: "/courses" },
    { page: "/courses/join" },
    { page: "/courses/[courseId]", at: ({ course }) => course },
    { page: "/assignments/[assignmentId]", at: ({ assignment }) => assignment },
    { page: "/assignments/[assignmentId]/[assignedId]", at: ({ assigned }) => assigned },
    { page: "/join/[code]", at: ({ join }) => join },
  ],
  instructor: [
    { page: "/teach" },
    { page: "/teach/problems" },
    { page: "/teach/problems/new" },
    { page: "/teach/problems/import" },
    ...ofOwnProblem("", "/edit", "/history", "/insight", "/regrades"),
    { page: "/teach/problems/[id]/regrades/[regradeId]", at: ({ ownRegrade }) => ownRegrade },
    { page: "/teach/courses/new" },
    ...inCourse("", "/settings", "/people", "/people/roster", "/people/sections", "/assignments", "/assignments/new"),
    ...inCourse("/grades", "/insight", "/regrades", "/log"),
    { page: `${taughtCourse}/insight/[problemId]`, at: ({ course }) => `${course}/insight/squared-length` },
    { page: `${taughtCourse}/regrades/new`, at: ({ course }) => `${course}/regrades/new?problem=squared-length` },
    { page: `${taughtCourse}/regrades/[regradeId]`, at: ({ regrade }) => regrade },
    { page: `${taughtCourse}/grades/[personId]/[place]`, at: ({ grade }) => grade },
    { page: "/tokens" },
    { page: `${taughtCourse}/people/[personId]`, at: ({ pupil }) => pupil },
    { page: `${taughtCourse}/people/roster/[rosterId]`, at: ({ roster }) => roster },
    { page: taughtAssignment, at: ({ assignment }) => assignment },
    { page: `${taughtAssignment}/edit`, at: ({ assignment }) => `${assignment}/edit` },
    { page: `${taughtAssignment}/board`, at: ({ assignment }) => `${assignment}/board` },
    { page: `${taughtAssignment}/preview`, at: ({ assignment }) => `${assignment}/preview` },
    { page: `${taughtAssignment}/students/[personId]`, at: ({ work }) => work },
  ],
  admin: [{ page: "/teach/log" }],
};

/** Addresses that are no page of the app, and are looked at all the same. */
const beside = ["/no-such-page"];

/** The pages that have no row, and the rows that have no page. */
export function gapsOf(pages: readonly string[]): { readonly missing: string[]; readonly gone: string[] } {
  const rows = new Set(
    Object.values(table)
      .flat()
      .map(({ page }) => page),
  );
  return {
    missing: pages.filter((page) => !rows.has(page)),
    gone: [...rows].filter((page) => !pages.includes(page) && !beside.includes(page)),
  };
}

export function addressOf({ page, at }: PageRow, places: Places): string {
  return typeof at === "function" ? at(places) : (at ?? page);
}
