import { expect, expectAccessible, type Page, test } from "../fixtures";
import { drawnPower } from "../made-problems";
import { answer, history, quadraticForm } from "../problem-page";

/** The numbers of the variant on the page: "Differentiate $7 x^4$". */
async function numbersOn(page: Page): Promise<[number, number]> {
  const tex = await page.locator("main annotation").first().textContent();
  const [, a, k] = /^(\d+) x\^(\d+)$/.exec(tex ?? "") ?? [];
  return [Number(a), Number(k)];
}

const derivative = ([a, k]: [number, number]) => `${a * k} x^${k - 1}`;
const right = "Right in both layouts.";
const wrong = "Not the derivative, in either layout.";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without scripts";

  test.describe(`A student${how}`, () => {
    test.use({ javaScriptEnabled });

    test(`solves a variant, takes another and solves that${how}`, async ({ page, publish, signUp }) => {
      await signUp(page);
      await page.goto(await publish(drawnPower));
      const first = await numbersOn(page);
      await expect(page.getByRole("button", { name: "New variant" })).toHaveCount(0);
      await answer(page, `${derivative(first)} + 1`, wrong);
      await answer(page, derivative(first), right);
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole("button", { name: "New variant" }).click();
      await expect(page.getByText("This is variant 2.")).toBeVisible();
      await expect(page.getByText("Solution", { exact: true })).toHaveCount(0);
      const second = await numbersOn(page);
      expect(second).not.toEqual(first);
      await answer(page, derivative(second), right);
      await expect(history(page).first()).toContainText("variant 2");

      await page.reload();
      expect(await numbersOn(page)).toEqual(second);
    });

    test(`asks for hints one by one and gives up${how}`, async ({ page, publish }) => {
      await page.goto(await publish(drawnPower));
      const numbers = await numbersOn(page);
      await page.getByRole("button", { name: "Show a hint" }).click();
      await expect(page.getByText("Hint 1 of 2")).toBeVisible();
      await expect(page.getByText("It comes to the front")).toHaveCount(0);
      await page.getByRole("button", { name: "Show the next hint" }).click();
      await expect(page.getByText("Hint 2 of 2")).toBeVisible();
      expect(await numbersOn(page)).toEqual(numbers);
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByText("Give up", { exact: true }).click();
      await page.getByRole("button", { name: "Show the solution" }).click();
      await expect(page.getByRole("table", { name: "Formulas" })).toBeVisible();
      await expect(page.getByText("Checked by the grader")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "New variant" }).click();
      await expect(page.getByText("This is variant 2.")).toBeVisible();
      await expect(page.getByText(/^Hint \d/)).toHaveCount(0);
    });
  });
}

test("Two students get numbers of their own", async ({ arrive, publish, signUp }) => {
  const path = await publish(drawnPower);
  const seen = new Set<string>();
  for (let students = 0; students < 3; students++) {
    const page = await arrive();
    await signUp(page);
    await page.goto(path);
    seen.add((await numbersOn(page)).join());
  }
  expect(seen.size).toBeGreaterThan(1);
});

test("A visitor keeps the numbers through the first answer and the sign-up", async ({ page, publish, signUp }) => {
  const path = await publish(drawnPower);
  await page.goto(path);
  const numbers = await numbersOn(page);
  await answer(page, `${derivative(numbers)} + 1`, wrong);
  expect(await numbersOn(page)).toEqual(numbers);
  await signUp(page);
  await page.goto(path);
  expect(await numbersOn(page)).toEqual(numbers);
  await answer(page, derivative(numbers), right);
});

test("An answer to the numbers of before is not graded as one to the new ones", async ({ page, publish, signUp }) => {
  await signUp(page);
  const path = await publish(drawnPower);
  await page.goto(path);
  const old = await page.context().newPage();
  await old.goto(path);
  const numbers = await numbersOn(old);
  await answer(page, derivative(numbers), right);
  await page.getByRole("button", { name: "New variant" }).click();
  await expect(page.getByText("This is variant 2.")).toBeVisible();

  await old.getByRole("textbox", { name: "Your answer" }).fill(derivative(numbers));
  await old.getByRole("button", { name: "Check answer" }).click();
  await expect(old.getByText("You have taken another variant of this problem since")).toBeVisible();
  await old.reload();
  await expect(old.getByText("This is variant 2.")).toBeVisible();
  await expect(history(old)).toHaveCount(1);
});

test("A problem without variants offers none", async ({ page }) => {
  await page.goto(quadraticForm);
  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await expect(page.getByText("Solution", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "New variant" })).toHaveCount(0);
});
