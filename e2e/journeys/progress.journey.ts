import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer } from "../problem-page";

const solvedInTopic = (page: Page) => page.getByRole("progressbar", { name: /problems solved$/ });

test("Progress moves on the topic page, among the topics and on the dashboard after a right answer", async ({
  page,
  signUp,
}) => {
  await signUp(page);
  await expect(page.getByRole("main")).toContainText("None tried yet.");
  await expectAccessible(page);
  await page.goto("/topics/quadratic-forms");
  await expect(solvedInTopic(page)).toHaveAttribute("aria-valuenow", "0");

  await page.getByRole("link", { name: "The squared length" }).click();
  await answer(page, "x", "Not the derivative, in either layout.");
  await page.getByRole("link", { name: "Quadratic forms" }).click();
  const problem = page.getByRole("listitem").filter({ hasText: "The squared length" });
  await expect(problem).toContainText("Tried");
  await expect(solvedInTopic(page)).toHaveAttribute("aria-valuenow", "0");

  await page.getByRole("link", { name: "The squared length" }).click();
  await answer(page, "2x", "Right, in denominator layout.");
  await page.getByRole("link", { name: "Quadratic forms" }).click();
  await expect(problem).toContainText("Solved");
  await expect(solvedInTopic(page)).toHaveAttribute("aria-valuenow", "1");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Topics", exact: true }).first().click();
  await expect(page.getByRole("listitem").filter({ hasText: "Quadratic forms" })).toContainText(/1 of \d+ solved/);

  await page.getByRole("link", { name: "Dashboard" }).click();
  await expect(page.getByRole("main")).toContainText(/1 of \d+ problems solved\./);
  await expect(page.getByRole("progressbar", { name: "problems solved in Quadratic forms" })).toHaveAttribute(
    "aria-valuenow",
    "1",
  );
});

test("A right answer given twice counts once, and the solution unfolds", async ({ page, signUp }) => {
  await signUp(page);
  await page.goto("/problems/squared-length");
  await expect(page.getByText("Solution", { exact: true })).toHaveCount(0);
  await answer(page, "2x", "Right, in denominator layout.");
  await answer(page, "x + x", "Right, in denominator layout.");
  await page.getByText("Solution", { exact: true }).click();
  await expectAccessible(page);

  await page.goto("/dashboard");
  await expect(page.getByRole("main")).toContainText(/1 of \d+ problems solved\./);
});
