import { gzipSync } from "node:zlib";
import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer, answerField, quadraticForm, verdict } from "../problem-page";

const editor = (page: Page) => page.locator("math-field");
const chosen = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const isIn = (page: Page) => page.evaluate(() => document.activeElement?.tagName === "MATH-FIELD");

async function openEditor(page: Page): Promise<void> {
  await chosen(page, "Visual").check();
  await editor(page).click();
  await expect.poll(() => isIn(page)).toBe(true);
}

/** Weighs the scripts that a page has fetched since, in bytes as they are sent. */
function weighScripts(page: Page): () => Promise<number> {
  const weights = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script" || !response.ok()) return;
    weights.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  return async () => (await Promise.all(weights.values())).reduce((sum, weight) => sum + weight, 0);
}

/** The most that the scripts of a problem's page may weigh without the visual editor, in bytes: as it comes, and typed into. */
const heaviest = { loaded: 160_000, typed: 182_000 };

test("The page of a problem stays light while one types, and gets the visual editor only when it is chosen", async ({
  page,
}) => {
  const weight = weighScripts(page);
  await page.goto(quadraticForm, { waitUntil: "networkidle" });
  expect(await weight()).toBeGreaterThan(50_000);
  expect(await weight()).toBeLessThan(heaviest.loaded);
  await answerField(page).fill("(A + A')*x");
  await expect(page.locator("form math")).toBeVisible();
  await page.getByText("Shape of each part").click();
  await page.waitForLoadState("networkidle");
  expect(await weight()).toBeLessThan(heaviest.typed);
  await openEditor(page);
  expect(await weight()).toBeGreaterThan(heaviest.typed);
});

test("A student answers in the visual editor, and goes back and forth without losing anything", async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(baseURL ?? "")) elsewhere.push(request.url());
  });
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A')");
  await openEditor(page);
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  await expect(page.getByText("n × 1 column", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await chosen(page, "Text").check();
  await expect(answerField(page)).toHaveValue("(A + A') * x");
  await openEditor(page);
  await page.keyboard.press("Enter");
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
  expect(elsewhere).toEqual([]);
});

test("The visual editor writes signs, takes the palette's keys, and is left with Tab", async ({ page }) => {
  await page.goto(quadraticForm);
  await openEditor(page);
  await page.keyboard.type("tr(A)");
  await expect(page.getByText("scalar", { exact: true })).toBeVisible();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "⊗ Kronecker product" }).click();
  await expect.poll(() => isIn(page)).toBe(true);
  await page.keyboard.type("A'");
  await expect(page.getByText("n × n matrix", { exact: true }).first()).toBeVisible();

  for (let presses = 0; presses < 4 && (await isIn(page)); presses++) await page.keyboard.press("Tab");
  expect(await isIn(page)).toBe(false);
});

test("The visual editor is remembered with the person, on every device", async ({ page, signUp, arrive }) => {
  const { email, password } = await signUp(page);
  await page.goto(quadraticForm);
  const synced = page.waitForResponse(
    (response) => response.url().endsWith("/api/drafts") && response.status() === 204,
  );
  await chosen(page, "Visual").check();
  await synced;
  const phone = await arrive();
  await phone.goto("/sign-in");
  await phone.getByLabel("Email").fill(email);
  await phone.getByLabel("Password").fill(password);
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(phone).toHaveURL("/dashboard");
  await phone.goto("/problems/squared-length");
  await expect(chosen(phone, "Visual")).toBeChecked();
  await expect(editor(phone)).toBeVisible();
});

/** A key of the keyboard that the visual editor shows on a screen that is touched. */
const keyOnScreen = (page: Page, sign: string) =>
  page.locator(".MLK__rows:visible").getByText(sign, { exact: true }).first();

test.describe("On a small phone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test("all keys of the palette and what mends an answer are large enough to be touched", async ({ page }) => {
    await page.goto(quadraticForm);
    const keys = page.locator("form .key");
    await expect(keys.first()).toBeVisible();
    const names = [
      "transpose",
      "inverse",
      "trace",
      "determinant",
      "columns under",
      "diagonal",
      "entry by",
      "Kronecker",
      "pi",
    ];
    for (const name of names) await expect(page.getByRole("button", { name: new RegExp(name) })).toBeVisible();
    for (const key of await keys.all()) {
      const box = await key.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), (await key.textContent()) ?? "").toBeGreaterThanOrEqual(44);
    }

    await answerField(page).fill("(A + A'");
    const mend = page.getByRole("button", { name: /^Add/ });
    const box = await mend.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await mend.tap();
    await expect(answerField(page)).toHaveValue("(A + A')");
  });
});

test.describe("On a small phone, with the visual editor", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test("a keyboard of the problem's names and of what answers are made of writes and checks", async ({ page }) => {
    await page.goto(quadraticForm);
    await chosen(page, "Visual").check();
    await editor(page).tap();
    await keyOnScreen(page, "tr").tap();
    // The key lies over its own sign.
    await keyOnScreen(page, "A").tap({ force: true });
    await expect(page.getByText("scalar", { exact: true })).toBeVisible();
    await keyOnScreen(page, "Check").tap();
    await expect(verdict(page).getByRole("heading").first()).toBeVisible();
  });
});

test("What mends an answer is reached with the keyboard, and gives the field back", async ({ page }) => {
  await page.goto(quadraticForm);
  await answerField(page).fill("(A + A'");
  const mend = page.getByRole("button", { name: /^Add/ });
  await expect(mend).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(mend).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(answerField(page)).toHaveValue("(A + A')");
  await expect(answerField(page)).toBeFocused();
});

test("A shape is read while it is typed", async ({ page, publish }) => {
  const x = { shape: ["n"] };
  const record = { variables: { x, A: { shape: ["m", "n"] } }, function: "A*x", wrt: "x", form: "shape" };
  await page.goto(await publish({ title: "A shape", statement: "Give the shape.", record }));
  await answerField(page).fill("m x k");
  await expect(page.locator("form mark")).toHaveText("k");
  await answerField(page).fill("m x n");
  await expect(page.locator("form math")).toHaveText("m×n");
  await answer(page, "m x n", "Right, in numerator layout.");
});
