import { expect, type Page } from "@playwright/test";

/** What an author types into the form of a problem, by the labels of its fields; choices by what they say. */
export type TypedProblem = Readonly<Record<string, string>>;

export const linearForm: TypedProblem = {
  Title: "A slope and a length",
  Topic: "Linear and affine forms",
  Statement: "Let $f(x) = b^\\top x + x^\\top x$ for a vector $x$. Find $\\partial f/\\partial x$ as a column.",
  "Name, variables, row 1": "x",
  "Shape, variables, row 1": "n",
  "Name, variables, row 2": "b",
  "Shape, variables, row 2": "n",
  Function: "b'*x + x'*x",
  "Differentiate by": "x",
  Layout: "Denominator layout: a gradient is a column",
  "Right answer, denominator layout": "b + 2x",
};

const choices: ReadonlySet<string> = new Set(["Topic", "Layout", "Difficulty", "What is asked for"]);

/** Types a problem, field by field. */
export async function typeProblem(page: Page, problem: TypedProblem): Promise<void> {
  for (const [label, text] of Object.entries(problem)) {
    const field = page.getByLabel(label, { exact: true });
    if (choices.has(label)) await field.selectOption(text);
    else await field.fill(text);
  }
}

/** What was typed stands in the form. */
export async function expectTyped(page: Page, problem: TypedProblem): Promise<void> {
  for (const [label, text] of Object.entries(problem)) {
    const field = page.getByLabel(label, { exact: true });
    if (choices.has(label)) await expect(field.locator("option:checked")).toHaveText(text);
    else await expect(field).toHaveValue(text);
  }
}

export const saved = (page: Page) => expect(page.getByText(/^Saved at /)).toBeVisible();

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** Publishes what stands in the form, and reads that it is. */
export async function publish(page: Page, version = 1): Promise<void> {
  await press(page, "Publish");
  await expect(page.getByText(`Version ${version} is published.`)).toBeVisible();
}
