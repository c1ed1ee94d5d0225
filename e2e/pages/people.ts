import { expect, type Page } from "@playwright/test";
import { database } from "../../lib/store";
import { drawnPower, makeProblem } from "../made-problems";
import { letTimePass } from "../past";
import { answer, quadraticForm } from "../problem-page";
import { makeCourse, makePupil, makeRegrade } from "./made-course";

/** Addresses that are there only once somebody has done something. */
export interface Places {
  /** The end of a review. */
  readonly reviewDone: string;
  /** A problem of the instructor's own, and a regrade of it. */
  readonly ownProblem: string;
  readonly ownRegrade: string;
  /** A course that is taught or taken, and an assignment of it. */
  readonly course: string;
  readonly assignment: string;
  /** A problem of an assignment, as it was handed out. */
  readonly assigned: string;
  /** Somebody in a course, and a roster that waits to be applied. */
  readonly pupil: string;
  /** Their answers to an assignment, and a regrade in the course. */
  readonly work: string;
  readonly regrade: string;
  readonly roster: string;
  /** A number of the gradebook. */
  readonly grade: string;
  /** Where a course is joined. */
  readonly join: string;
}

export const nowhere: Places = {
  reviewDone: "",
  ownProblem: "",
  ownRegrade: "",
  course: "",
  assignment: "",
  assigned: "",
  pupil: "",
  work: "",
  regrade: "",
  roster: "",
  grade: "",
  join: "",
};

/** Who looks at the pages. */
export type Kind = "visitor" | "guest" | "newcomer" | "student" | "reviewer" | "pupil" | "instructor" | "admin";

/** Makes the browser of a page that of somebody, who has done what gives the pages something to show. */
type Arrival = (page: Page, email: string) => Promise<Partial<Places>>;

export const arrivals: { readonly [K in Kind]: Arrival } = {
  visitor: async () => ({}),

  guest: async (page) => {
    await page.goto("/");
    await answer(page, "2 A x", "Not the derivative, in either layout.");
    await page.goto("/placement");
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await expect(page.getByText("question 1 of")).toBeVisible();
    return {};
  },

  newcomer: async (page, email) => {
    await signUp(page, email);
    return {};
  },

  student: async (page, email) => {
    await beginReview(page, email);
    const skip = page.getByRole("button", { name: /Skip it/ });
    const done = page.getByRole("heading", { name: "Review done" });
    for (let at = 1; !(await done.isVisible()); at++) {
      await skip.click();
      await expect(page.getByText(`problem ${at + 1} of`).or(done)).toBeVisible();
    }
    return { reviewDone: new URL(page.url()).pathname };
  },

  reviewer: async (page, email) => {
    await beginReview(page, email);
    return {};
  },

  pupil: async (page, email) => {
    await signUp(page, email);
    const { id } = await database().person.findUniqueOrThrow({ where: { email } });
    const { courseId, code, assignmentId } = await makeCourse(id, "student");
    const assignment = `/assignments/${assignmentId}`;
    await page.goto(assignment);
    const problem = page.locator(`main a[href^="${assignment}/"]`).first();
    const assigned = (await problem.getAttribute("href")) ?? "";
    return { course: `/courses/${courseId}`, assignment, assigned, join: `/join/${code}` };
  },

  admin: async (page, email) => {
    await signUp(page, email);
    await database().person.update({ where: { email }, data: { role: "admin" } });
    return {};
  },

  instructor: async (page, email) => {
    await signUp(page, email);
    const { id: authorId } = await database().person.update({ where: { email }, data: { role: "instructor" } });
    const id = await makeProblem(drawnPower);
    await database().problem.update({ where: { id }, data: { authorId } });
    const { courseId, assignmentId, rosterId } = await makeCourse(authorId, "instructor");
    const pupilId = await makePupil(courseId, email.replace("@", "-pupil@"));
    const course = `/teach/courses/${courseId}`;
    const item = await database().assignmentItem.findFirstOrThrow({ where: { assignmentId } });
    return {
      ownProblem: `/teach/problems/${id}`,
      ownRegrade: `/teach/problems/${id}/regrades/${await makeRegrade(id, null, authorId)}`,
      course,
      assignment: `${course}/assignments/${assignmentId}`,
      pupil: `${course}/people/${pupilId}`,
      work: `${course}/assignments/${assignmentId}/students/${pupilId}`,
      regrade: `${course}/regrades/${await makeRegrade("squared-length", courseId, authorId)}`,
      roster: `${course}/people/roster/${rosterId}`,
      grade: `${course}/grades/${pupilId}/${item.id}.0`,
    };
  },
};

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Sofia Kovalevskaya");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("seven quiet matrices");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL("/dashboard");
}

/** Solves two problems, slipping once, and begins to review them months later. */
async function beginReview(page: Page, email: string): Promise<void> {
  await signUp(page, email);
  await page.goto("/problems/squared-length");
  await answer(page, "2x", "Right, in denominator layout.");
  await page.goto(quadraticForm);
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await answer(page, "(A + A') x", "Right, in denominator layout.");
  await letTimePass(email);
  await page.goto("/review");
  await page.getByRole("button", { name: "Start the review" }).click();
  await expect(page.getByText("problem 1 of")).toBeVisible();
}
