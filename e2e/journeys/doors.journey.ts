import { expect, expectAccessible, giveRole, type Page, test } from "../fixtures";
import { answer, history, quadraticForm } from "../problem-page";

async function expectNotFound(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
}

const instructorsPages = ["/teach", "/teach/problems/new", "/teach/problems/quadratic-form"];

test("A student finds no page where the instructor's pages are", async ({ page, signUp }) => {
  await signUp(page);
  await expect(page.getByRole("link", { name: "Teach" })).toHaveCount(0);
  for (const path of [...instructorsPages, "/teach/problems/quadratic-form/edit"]) await expectNotFound(page, path);
});

test("A visitor finds no page where the instructor's pages are", async ({ page }) => {
  for (const path of instructorsPages) await expectNotFound(page, path);
});

test("Somebody who is an instructor no more finds the pages gone at once", async ({ page, signUp }) => {
  const { email } = await signUp(page, "instructor");
  await page.goto("/teach");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Teach");
  await giveRole(email, "student");
  await expectNotFound(page, "/teach");
});

test("An instructor does not open another instructor's problem", async ({ page, arrive, signUp }) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await page.getByLabel("Title").fill("Mine alone");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page).toHaveURL(/\/edit/);
  const edit = new URL(page.url()).pathname;

  const colleague = await arrive();
  await signUp(colleague, "instructor");
  await expectNotFound(colleague, edit);
  await expectNotFound(colleague, edit.replace(/\/edit$/, ""));
  await colleague.goto("/teach/problems");
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("Problems");
  await expect(colleague.getByText("Mine alone")).toHaveCount(0);
});

test("The bank's problems are not edited in the browser", async ({ page, signUp }) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/quadratic-form");
  await expect(page.getByRole("link", { name: "As a learner sees it" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await expectNotFound(page, "/teach/problems/quadratic-form/edit");
});

test("A student does not see another student's answers", async ({ page, arrive, signUp }) => {
  await signUp(page);
  await page.goto(quadraticForm);
  await answer(page, "(A + A')x", "Right, in denominator layout.");

  const other = await arrive();
  await signUp(other);
  await other.goto(quadraticForm);
  await expect(history(other)).toHaveCount(0);
});

test("Unknown addresses get a page in style that says so", async ({ page }) => {
  const unknown = ["/no-such-page", "/problems/no-such-problem", "/topics/no-such-topic", "/topics/%00", "/a/b/c?d=e"];
  for (const path of unknown) await expectNotFound(page, path);
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "All topics" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Topics");
});

test("A visitor finds on the dashboard what their work so far says, and takes it along into an account", async ({
  page,
  arrive,
  signUp,
}) => {
  const person = await signUp(await arrive());
  await page.goto("/dashboard");
  await expect(page.getByRole("region", { name: "Now" })).toContainText("You are ready for");
  await page.goto(quadraticForm);
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await page.getByRole("link", { name: "Dashboard" }).click();
  const slips = page.getByRole("region", { name: "Where you slip" });
  await expect(slips).toContainText("Symmetry that is not given");
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/dashboard");
  await expect(slips).toContainText("Symmetry that is not given");
});

test("A visitor reads what a review is, and is invited to sign up for it", async ({ page }) => {
  await page.goto("/review");
  await expect(page.getByText("Nothing to review yet")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "sign up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign up");
});

test("A demonstration student enters with one click and leaves with another", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enter as a student" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dashboard");
  await expect(page.getByRole("link", { name: "Teach" })).toHaveCount(0);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/dashboard");
  await expect(page.getByText("You have no account.")).toBeVisible();
});

test("A demonstration instructor enters with one click and leaves with another", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Enter as an instructor" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Teach");

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expectNotFound(page, "/teach");
});
