import { expect, expectAccessible, type Page, test } from "../fixtures";
import { letTimePass } from "../past";
import { answer, send, verdict } from "../problem-page";

const nav = (page: Page) => page.getByRole("navigation", { name: "Main" });

/** Solves a problem of quadratic forms, slipping in one before. */
async function practise(page: Page): Promise<void> {
  await page.goto("/problems/squared-length");
  await answer(page, "2x", "Right, in denominator layout.");
  await page.goto("/problems/quadratic-form");
  await send(page, "2 A x");
  await expect(verdict(page)).toContainText("symmetric");
  await answer(page, "(A + A') x", "Right, in denominator layout.");
}

test("A visitor finds on the map where to begin, by sight, by keyboard and as a list", async ({ page }) => {
  await page.goto("/map");
  const drawing = page.getByRole("group", { name: "Map of topics" });
  await expect(drawing.getByRole("link")).toHaveCount(49);
  await expect(drawing.getByRole("link", { name: "Single-variable rules: ready" })).toBeVisible();
  await expect(
    page.getByRole("main").getByRole("list").getByRole("link", { name: "The gradient", exact: true }),
  ).toBeVisible();
  await expectAccessible(page);

  await drawing.getByRole("link").first().focus();
  await page.keyboard.press("Tab");
  await expect(drawing.getByRole("link", { name: "Single-variable rules: ready" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/topics/single-variable");
});

test("On a small phone the map is drawn in numbers, large enough for a finger", async ({ arrive }) => {
  const page = await arrive({ viewport: { width: 320, height: 640 } });
  await page.goto("/map");
  const drawing = page.getByRole("group", { name: "Map of topics" });
  await expect(drawing.getByRole("link")).toHaveCount(49);
  const second = drawing.getByRole("link", { name: "Single-variable rules: ready" });
  await expect(second).toHaveText(/2$/);
  const size = await second.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await second.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/topics/single-variable");
});

test("The map shows what was practised and what is due", async ({ page, signUp }) => {
  const { email } = await signUp(page);
  await practise(page);
  await page.goto("/map");
  const topic = page.getByRole("group", { name: "Map of topics" }).getByRole("link", { name: "Quadratic forms" });
  await expect(topic).toHaveAccessibleName(/learning, \d+ %/);
  await letTimePass(email);
  await page.reload();
  await expect(topic).toHaveAccessibleName(/due for review/);
  await expectAccessible(page);
});

test("A learner reviews what is due, one problem after the other, and reads what was gained", async ({
  page,
  signUp,
}) => {
  const { email } = await signUp(page);
  await nav(page).getByRole("link", { name: "Review" }).click();
  await expect(page.getByRole("main")).toContainText("Nothing to review yet");
  await expectAccessible(page);

  await practise(page);
  await nav(page).getByRole("link", { name: "Review" }).click();
  await expect(page.getByRole("main")).toContainText(/The next skill is due on \w+day \d+ \w+/);
  await letTimePass(email);
  await page.goto("/dashboard");
  await expect(nav(page).getByRole("link", { name: /Review\s*\d+ due/ })).toBeVisible();
  await page.getByRole("button", { name: "Start the review" }).click();

  await expect(page).toHaveURL("/review");
  await expect(page.getByText(/problem 1 of \d/)).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Give up", { exact: true }).click();
  await page.getByRole("button", { name: "Show the solution" }).click();
  await expect(page.getByText("Solution", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /Next problem|See what was gained/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /Next problem|See what was gained/ }).click();
  await expect(page.getByText(/problem 1 of \d/)).toBeHidden();
  while (await page.getByRole("button", { name: /Skip it/ }).isVisible()) {
    const before = await page.getByText(/problem \d of \d/).textContent();
    await page.getByRole("button", { name: /Skip it/ }).click();
    await expect(page.getByText(before ?? "")).toBeHidden();
  }
  await expect(page.getByRole("heading", { name: "Review done" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(/Mastery from \d+ %.*to \d+ %/);
  await expectAccessible(page);
});

test("The dashboard says what to do now, how skills grow, on which days, and what trains a slip", async ({
  page,
  signUp,
}) => {
  await signUp(page);
  await expect(page.getByRole("region", { name: "Now" })).toContainText("You are ready for");
  await practise(page);
  await page.goto("/dashboard");
  await expect(page.getByRole("region", { name: "Now" })).toContainText("Go on with Quadratic forms");
  await expect(page.getByRole("img", { name: /Calendar of practice: 3 counted answers on 1 day/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /Skills over the last 12 weeks/ })).toBeVisible();
  const slips = page.getByRole("region", { name: "Where you slip" });
  await expect(slips).toContainText("Symmetry that is not given");
  await expect(
    slips
      .getByRole("list", { name: /Problems that train/ })
      .getByRole("link")
      .first(),
  ).toBeVisible();

  const map = page.getByRole("region", { name: "Your map" });
  await expect(map.getByRole("link", { name: /^Quadratic forms: learning, \d+ %/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Due for review" })).toContainText("The next skill comes up on");

  for (const twin of await page.getByText("As a table").all()) await twin.click();
  await expect(map.getByRole("row", { name: /Quadratic forms/ })).toContainText("Learning");
  await expect(page.getByRole("table", { name: "Counted answers by day" })).toContainText("3");
  await expect(page.getByRole("table", { name: "Skills by week" })).toBeVisible();
  await expectAccessible(page);
});
