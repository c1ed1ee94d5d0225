import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer, answerField, history, quadraticForm, send, verdict } from "../problem-page";

const unread = "This could not be read, and costs nothing.";

/** What is underlined in the verdict. */
const place = (page: Page) => verdict(page).locator("mark");

const slips = [
  { slip: "A shape slip", typed: "A x'", place: "A x'", says: /`?A`? is n×n and `?x'`? is 1×n/ },
  { slip: "A misspelt name", typed: "(A + A')y", place: "y", says: /unknown name/i },
  { slip: "A bracket left open", typed: "(A + A' x", place: "(", says: /never closed/ },
  { slip: "An answer that stops too early", typed: "A +", place: "‸", says: /missing/ },
] as const;

for (const { slip, typed, place: marked, says } of slips) {
  test(`${slip} is explained with its place, and costs nothing`, async ({ page, signUp }) => {
    await signUp(page);
    await page.goto(quadraticForm);

    await answer(page, typed, unread);
    await expect(place(page)).toHaveText(marked);
    await expect(verdict(page)).toContainText(says);
    await expect(answerField(page)).toHaveValue(typed);
    await expect(history(page)).toHaveText(/costs nothing/);
    await expect(history(page)).not.toContainText("Attempt");
    await expect(page.getByText("Tried", { exact: true })).toHaveCount(0);

    await answer(page, "(A + A')x", "Right, in denominator layout.");
    await expect(history(page).first()).toContainText("Attempt 1");
  });
}

test("The verdict on a slip is readable by everybody", async ({ page }) => {
  await page.goto(quadraticForm);
  await answer(page, "A x'", unread);
  await expectAccessible(page);
});

test("Ten thousand brackets are refused in words, and the next answer is graded", async ({ page, signUp }) => {
  const brackets = "(".repeat(10_000);
  await signUp(page);
  await page.goto(quadraticForm);

  await answer(page, brackets, unread);
  await expect(verdict(page)).toContainText("nested more than");
  await expect(answerField(page)).toHaveValue(brackets);
  await expectAccessible(page);

  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await expect(history(page).first()).toContainText("Attempt 1");
});

test("A hundred thousand characters are refused in words before they are sent, and stay in the field", async ({
  page,
  signUp,
}) => {
  const long = "x+".repeat(50_000);
  await signUp(page);
  await page.goto(quadraticForm);

  await send(page, long);
  await expect(page.getByText("At most 10,000 characters are read")).toBeVisible();
  await expect(answerField(page)).toHaveValue(long);
  await expect(history(page)).toHaveCount(0);

  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await expect(history(page)).toHaveText(/Attempt 1/);
});
