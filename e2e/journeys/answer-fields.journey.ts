import { expect, expectAccessible, type Page, test } from "../fixtures";
import { derivedLength, gridOfNumbers, lineAnswers, oneChoice, severalChoices, tracedProduct } from "../made-problems";
import { answer, answerField, expectLayouts, history, quadraticForm, verdict } from "../problem-page";

const check = (page: Page) => page.getByRole("button", { name: "Check answer" }).click();
const title = (page: Page) => verdict(page).getByRole("heading");
const line = (page: Page, number: number) => page.getByRole("textbox", { name: `Line ${number}`, exact: true });
const entry = (page: Page, row: number, column = 1) =>
  page.getByRole("textbox", { name: `row ${row}, column ${column}`, exact: true });

for (const { wrong, says, right, accepts, ...problem } of lineAnswers) {
  test(`${problem.title} is asked for, refused and taken`, async ({ page, publish }) => {
    await page.goto(await publish(problem));
    await answer(page, wrong, says);
    await expectAccessible(page);
    await answer(page, right, accepts);
    await expect(history(page)).toHaveCount(2);
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without scripts";

  test.describe(`A student${how}`, () => {
    test.use({ javaScriptEnabled });

    test(`chooses one of several options${how}`, async ({ page, publish }) => {
      await page.goto(await publish(oneChoice));
      await page.getByRole("radio", { name: "b" }).check();
      await check(page);
      await expect(title(page)).toHaveText("Not the right choice.");
      await expect(page.getByRole("radio", { name: "b" })).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("radio", { name: "a" }).check();
      await check(page);
      await expect(title(page)).toHaveText("Right.");
    });

    test(`chooses all options that hold${how}`, async ({ page, publish }) => {
      await page.goto(await publish(severalChoices));
      await page.getByRole("checkbox", { name: "a" }).check();
      await check(page);
      await expect(title(page)).toHaveText("Not the right choice.");
      await page.getByRole("checkbox", { name: "c" }).check();
      await check(page);
      await expect(title(page)).toHaveText("Right.");
      await expect(history(page).first()).toContainText("a, c");
    });

    test(`fills in the entries of a column${how}`, async ({ page, publish }) => {
      await page.goto(await publish(gridOfNumbers));
      await entry(page, 1).fill("8");
      await entry(page, 2).fill("1");
      await check(page);
      await expect(title(page)).toHaveText("Not the derivative at this point, in either layout.");
      if (javaScriptEnabled) await expectAccessible(page);
      await entry(page, 2).fill("3");
      await check(page);
      await expect(title(page)).toHaveText("Right, in denominator layout.");
      await expect(history(page).first()).toContainText("[8; 3]");
    });

    test(`derives line by line and is shown the first line that does not follow${how}`, async ({ page, publish }) => {
      await page.goto(await publish(derivedLength));
      await line(page, 1).fill("x'*x");
      await line(page, 2).fill("x'*dx");
      await line(page, 3).fill("2*x'");
      await check(page);
      await expect(title(page)).toHaveText("Line 2 does not follow.");
      await expect(line(page, 2)).toHaveAttribute("aria-invalid", "true");
      await expect(verdict(page).getByRole("listitem").nth(1)).toContainText("does not follow");
      if (javaScriptEnabled) await expectAccessible(page);

      await line(page, 2).fill("dx'*x + x'*dx");
      await page.getByRole("button", { name: "Add a line" }).click();
      await line(page, 3).fill("2*x'*dx");
      await line(page, 4).fill("2*x'");
      await check(page);
      await expect(title(page)).toHaveText("Right, in numerator layout.");
      await expectLayouts(page, { numerator: true, denominator: false });
    });

    test(`fills in a trace and is told which cells are right${how}`, async ({ page, publish }) => {
      const cell = (name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
      await page.goto(await publish(tracedProduct));
      await cell("v1").fill("6");
      await cell("t1").fill("2");
      await cell("b1").fill("1");
      await check(page);
      await expect(title(page)).toHaveText("One cell is not right yet.");
      await expect(page.getByRole("row", { name: /^v1/ })).toContainText("right");
      await expect(cell("t1")).toHaveAttribute("aria-invalid", "true");
      if (javaScriptEnabled) await expectAccessible(page);
      await cell("t1").fill("3");
      await check(page);
      await expect(title(page)).toHaveText("Right.");
    });

    test(`answers in LaTeX, which is remembered${how}`, async ({ page }) => {
      await page.goto(quadraticForm);
      await page.getByRole("radio", { name: "LaTeX" }).check();
      await answer(page, "\\mathbf{x}^\\top (A + A^\\top)", "Right, in numerator layout.");
      await page.goto(quadraticForm);
      await expect(page.getByRole("radio", { name: "LaTeX" })).toBeChecked();
      await answer(page, "(A + A^T) x", "Right, in denominator layout.");
    });
  });
}

test("What is typed in LaTeX is read as it is typed", async ({ page }) => {
  await page.goto(quadraticForm);
  await page.getByRole("radio", { name: "LaTeX" }).check();
  await answerField(page).fill("\\frac{1}{2} A x");
  await expect(page.getByText("n × 1 column", { exact: true })).toBeVisible();
  await expect(page.locator("form math")).toBeVisible();
  await answerField(page).fill("\\frac{1}{2");
  await expect(page.locator("form mark")).toBeVisible();
});

test("A student moves through a grid with the arrow keys and passes on to text", async ({ page, publish }) => {
  await page.goto(await publish(gridOfNumbers));
  await entry(page, 1).fill("8");
  await entry(page, 1).press("ArrowDown");
  await expect(entry(page, 2)).toBeFocused();
  await page.keyboard.type("3");
  await expect(page.getByText("2 × 1 column", { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(entry(page, 1)).toBeFocused();

  await page.getByRole("button", { name: "Type it as text instead" }).click();
  await expect(answerField(page)).toHaveValue("[8; 3]");
  await answerField(page).press("Enter");
  await expect(title(page)).toHaveText("Right, in denominator layout.");
});

test("A derivation is written with the keyboard alone, and outlives a reload", async ({ page, publish }) => {
  await page.goto(await publish(derivedLength));
  await line(page, 1).fill("x'*x");
  await line(page, 1).press("Enter");
  await expect(line(page, 2)).toBeFocused();
  await page.keyboard.type("2*x'*dx");
  await expect(page.getByText("scalar", { exact: true })).toHaveCount(2);
  await page.reload();
  await expect(line(page, 2)).toHaveValue("2*x'*dx");

  await line(page, 3).fill("2*x'");
  await line(page, 3).press("Enter");
  await expect(line(page, 4)).toBeFocused();
  await page.getByRole("button", { name: "Remove line 4" }).click();
  await line(page, 3).press("ControlOrMeta+Enter");
  await expect(title(page)).toHaveText("Right, in numerator layout.");
});

test("A line that cannot be read is named", async ({ page, publish }) => {
  await page.goto(await publish(derivedLength));
  await line(page, 1).fill("x'*x");
  await line(page, 2).fill("2*x'*dy");
  await check(page);
  await expect(verdict(page)).toContainText("Line 2");
  await expect(verdict(page).locator("mark")).toHaveText("dy");
});
