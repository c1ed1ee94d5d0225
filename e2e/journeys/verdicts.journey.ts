import { axeFindings, looks, motionFindings, putOn, sidewaysFindings, zoomed } from "../comfort";
import { expect, type Page, test } from "../fixtures";
import { answer, answerField, quadraticForm, send, verdict } from "../problem-page";
import { verdictStates } from "../verdict-states";

/** Fails where the page as it stands cannot be used by everybody: in both themes and widths, at 200 %, without motion. */
async function expectComfortable(page: Page): Promise<void> {
  const found: string[] = [];
  for (const look of [...Object.values(looks), zoomed]) {
    await putOn(page, look);
    const here = [...(await axeFindings(page)), ...(await sidewaysFindings(page)), ...(await motionFindings(page))];
    found.push(...here.map((text) => `${look.name}: ${text}`));
  }
  expect(found).toEqual([]);
}

for (const [state, { problem, typed, title, heard }] of Object.entries(verdictStates)) {
  test(`A verdict that is ${state} is heard in one sentence and usable by everybody`, async ({ page, publish }) => {
    await page.goto(await publish(problem));
    await answer(page, typed, title);
    await expect(page.locator("p[aria-live=polite]").filter({ hasText: heard })).toHaveText(heard);
    await expectComfortable(page);
  });
}

test("A lost connection is told in a way that everybody can use", async ({ page, context }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A')x");
  await expect(page.getByText("n × 1 column", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByText("Nabla cannot be reached.")).toBeVisible();
  await expectComfortable(page);
  await context.setOffline(false);
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
});

test("A wrong answer is followed from where it differs to the finite differences, and tried again", async ({
  page,
  publish,
}) => {
  const { problem, typed, title } = verdictStates["wrong with a cause"] as (typeof verdictStates)[string];
  await page.goto(await publish({ ...problem, hints: ["Look at both factors."] }));
  await answer(page, typed, title);
  const text = (await verdict(page).textContent()) ?? "";
  const order = [
    "Read as",
    title,
    "Numerator layout",
    "differ",
    "A constant factor",
    "Your answer gives",
    "Finite differences give",
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  const grid = (name: string) => verdict(page).getByRole("table", { name });
  const numbers = async (name: string) =>
    (await grid(name).locator("td").allTextContents()).map((cell) => cell.replace(" differs", ""));
  expect(await numbers("Finite differences at this point")).toEqual(await numbers("The truth at this point"));

  await page.getByRole("button", { name: "Show a hint" }).click();
  await expect(page.getByText("Look at both factors.")).toBeVisible();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(answerField(page)).toBeFocused();
});

test("The summand that is wrong is marked in the answer", async ({ page, publish }) => {
  const { problem, typed, title } = verdictStates["wrong in one summand"] as (typeof verdictStates)[string];
  await page.goto(await publish(problem));
  await answer(page, typed, title);
  await expect(verdict(page).getByText("The rest of the sum is right.")).toBeVisible();
  await expect(verdict(page).locator("code mark")).toHaveText("b");
});

test("A name typed without its underscore is mended with a press", async ({ page, publish }) => {
  const scalar = { shape: [] };
  const record = { variables: { x_1: scalar, x_2: scalar }, function: "x_1*x_2", wrt: "x_1" };
  await page.goto(await publish({ title: "Two numbers", statement: "Differentiate $x_1 x_2$.", record }));
  await send(page, "x2");
  await expect(verdict(page)).toContainText("Did you mean x_2?");
  await page.getByRole("button", { name: "Write x_2" }).click();
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right in both layouts.");
});
