import { expect, type Locator, type Page } from "@playwright/test";

/** The parts of a problem's page as a person knows them. */

/** The problem of the home page: the gradient of x'Ax, in either layout. */
export const quadraticForm = "/problems/quadratic-form";

export const answerField = (page: Page): Locator => page.getByRole("textbox", { name: "Your answer" });

export const verdict = (page: Page): Locator => page.getByRole("region", { name: "Verdict" });

/** One's own answers to the problem, the newest first. */
export const history = (page: Page): Locator =>
  page.getByRole("region", { name: "Your answers so far" }).getByRole("listitem");

/** Types an answer and sends it. */
export async function send(page: Page, text: string): Promise<void> {
  await answerField(page).fill(text);
  await page.getByRole("button", { name: "Check answer" }).click();
}

/** Types an answer, sends it, and reads this at the head of the verdict. */
export async function answer(page: Page, text: string, title: string): Promise<void> {
  await send(page, text);
  await expect(verdict(page).getByRole("heading")).toHaveText(title);
}

/** The table of the verdict says this of the two layouts. */
export async function expectLayouts(page: Page, right: { numerator: boolean; denominator: boolean }): Promise<void> {
  const row = (name: string) => verdict(page).getByRole("row", { name });
  const words = (isRight: boolean) => (isRight ? "Right" : "Not right");
  await expect(row("Numerator layout").getByRole("cell")).toHaveText(words(right.numerator));
  await expect(row("Denominator layout").getByRole("cell")).toHaveText(words(right.denominator));
}
