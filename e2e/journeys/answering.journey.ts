import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer, answerField, history, quadraticForm, verdict } from "../problem-page";

/** Presses Tab until the focus stands on something with this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole("textbox", { name }).or(page.getByRole("button", { name }));
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await isThere()); presses++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

test("What is typed is read and its shape told while the server is out of reach", async ({ page, context }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("x");
  await expect(page.getByText("n × 1 column", { exact: true })).toBeVisible();
  await expect(page.locator("form math")).toBeVisible();

  await context.setOffline(true);
  await answerField(page).fill("x'(A + A')");
  await expect(page.getByText("1 × n row", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Read as /)).toBeAttached();
  await answerField(page).fill("A x'");
  await expect(page.locator("form mark")).toHaveText("A x'");
  await answerField(page).fill("");
  await expect(page.getByText("What is read appears here as you type.")).toBeVisible();
  await context.setOffline(false);
});

test("What was read is shown in a way that everybody can read", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A')x");
  await expect(page.locator("form math")).toBeVisible();
  await expectAccessible(page);
});

test("A student answers with the keyboard alone", async ({ page }) => {
  await page.goto(quadraticForm);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, "Your answer");

  await page.keyboard.type("x'(A +");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("A')");
  await expect(page.getByText("1 × n row", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in numerator layout.");
  await expect(answerField(page)).toHaveValue("x'(A +\nA')");

  await answerField(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("(A + A')x");
  await tabTo(page, "Check answer");
  await page.keyboard.press("Space");
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
});

test("A symbol that is pressed goes where the cursor stands", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("2 ");
  await page.getByRole("button", { name: "tr trace" }).click();
  await page.keyboard.type("A");
  await expect(answerField(page)).toHaveValue("2 tr(A)");
  await expect(page.getByText("scalar", { exact: true })).toBeVisible();
});

test("An answer that is typed before the page has woken up is graded like any other", async ({ page }) => {
  let wake = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto(quadraticForm, { waitUntil: "commit" });
  await answerField(page).fill("(A + A')x");
  wake();
  await expect(page.getByText("n × 1 column", { exact: true })).toBeVisible();
  await expect(answerField(page)).toHaveValue("(A + A')x");
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
});

test("An answer that is typed outlives a reload", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A'");
  await expect(page.locator("form mark")).toHaveText("(");
  await page.reload();
  await expect(answerField(page)).toHaveValue("(A + A'");
});

test("An answer that is typed outlives a closed tab", async ({ page, context }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A'");
  await expect(page.locator("form mark")).toHaveText("(");
  await page.close();
  const later = await context.newPage();
  await later.goto(quadraticForm);
  await expect(answerField(later)).toHaveValue("(A + A'");
});

test("An answer that is sent while the connection is lost is sent when it is back, and counts once", async ({
  page,
  context,
}) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A')x");
  await expect(page.locator("form math")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByText("Nabla cannot be reached.")).toBeVisible();
  await expect(answerField(page)).toHaveValue("(A + A')x");

  await context.setOffline(false);
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
  await expect(page.getByText("Nabla cannot be reached.")).toHaveCount(0);
  await expect(history(page)).toHaveCount(1);
});

test("A graded answer has a receipt", async ({ page }) => {
  await page.goto(quadraticForm);
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await expect(page.getByText(/^Received .*, receipt [0-9a-f-]{36}$/)).toBeVisible();
});

test("Ctrl+Enter checks and N goes to the next problem, unless it is switched off", async ({ page }) => {
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto(quadraticForm);
  const title = await heading.textContent();
  await answerField(page).fill("(A + A')x");
  await answerField(page).press("ControlOrMeta+Enter");
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
  await page.keyboard.press("n");
  await expect(heading).not.toHaveText(title ?? "");

  const here = (await heading.textContent()) ?? "";
  await page.getByRole("button", { name: "Switch it off" }).click();
  await page.keyboard.press("n");
  await page.reload();
  await expect(page.getByRole("button", { name: "Switch it on" })).toBeVisible();
  await expect(heading).toHaveText(here);
});

test("An answer that is sent twice by a double click counts once", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("2 A x");
  await page.getByRole("button", { name: "Check answer" }).dblclick();
  await expect(verdict(page)).toBeVisible();
  await page.reload();
  await expect(history(page)).toHaveCount(1);
});

test("What stands in the field is sent, also where it was typed before the page's scripts could hear of it", async ({
  page,
}) => {
  await page.goto(quadraticForm, { waitUntil: "networkidle" });
  await answerField(page).evaluate((field: HTMLTextAreaElement) => {
    field.value = "(A + A')x";
  });
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
});
