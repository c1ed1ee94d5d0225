import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer, answerField, quadraticForm, verdict } from "../problem-page";

const preview = (page: Page) => page.locator("form .answer-frame");

test("A student whose answer is wrong sees what was read, where it differs and why, and goes on to the lesson", async ({
  page,
}) => {
  await page.goto(quadraticForm);
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await expect(verdict(page)).toContainText("Read as");
  await expect(verdict(page).getByText("n × 1 column", { exact: true }).first()).toBeVisible();
  await expect(verdict(page)).toContainText("A symmetry that is not given");
  await expect(verdict(page).locator("mark").first()).toContainText("differs");
  await expect(page.getByText(/^Read as 2 times A times x: not the derivative/)).toBeAttached();
  await expectAccessible(page);

  await verdict(page).getByRole("link", { name: "Read when 2Ax is right" }).click();
  await expect(page).toHaveURL(/quadratic-forms#the-usual-slip-1$/);
  await expect(page.locator(":target")).toContainText("It is right only if");
});

test("A slip of the pen is mended with one press", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("2 + A x'");
  await page.getByRole("button", { name: "Write A*x" }).click();
  await expect(answerField(page)).toHaveValue("2 + A*x");
  await expect(answerField(page)).toBeFocused();
  await answerField(page).fill("(A + A'");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add )" }).click();
  await expect(answerField(page)).toHaveValue("(A + A')");
  await expect(preview(page)).toContainText("n × n matrix");
});

test("What could be read in two ways is written out, and each part has its shape", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("x'AA^T");
  await expect(preview(page)).toContainText("x'AA^T is read as x'*A*(A')");
  await page.getByText("Shape of each part").click();
  const part = preview(page).getByRole("button", { name: "A^T n × n matrix" });
  await part.hover();
  await expect(preview(page).locator("mark")).toHaveText("A^T");
  await preview(page).getByRole("button", { name: "x' 1 × n row" }).focus();
  await expect(preview(page).locator("mark")).toHaveText("x'");
  await expectAccessible(page);

  await part.click();
  await expect(answerField(page)).toBeFocused();
  await page.keyboard.type("B");
  await expect(answerField(page)).toHaveValue("x'AB");
});

test("Somebody new puts an example into the field and reads what it is", async ({ page }) => {
  await page.goto(quadraticForm);
  await expectAccessible(page);
  await page.getByRole("button", { name: "x'*x + 7" }).click();
  await expect(answerField(page)).toHaveValue("x'*x + 7");
  await expect(page.getByText("scalar", { exact: true })).toBeVisible();
  await expect(page.getByText("For example")).toHaveCount(0);
});

test.describe("On a phone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test("every key is large enough for a finger", async ({ page }) => {
    await page.goto(quadraticForm);
    for (const key of await page.locator("form .key").all()) {
      const box = await key.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
});
