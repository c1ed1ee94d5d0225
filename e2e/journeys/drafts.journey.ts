import { expect, expectAccessible, type Page, type Person, test } from "../fixtures";
import { drawnPower } from "../made-problems";
import { answer, answerField, quadraticForm } from "../problem-page";

/** Types something, and waits until the server has it. */
async function typeAndSync(page: Page, text: string): Promise<void> {
  const synced = page.waitForResponse(
    (response) => response.url().endsWith("/api/drafts") && response.status() === 204,
  );
  await answerField(page).fill(text);
  await synced;
}

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/dashboard");
}

const signOut = async (page: Page) => {
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
};

const other = (page: Page) => page.getByText(/^Typed before/);

test("What is typed on one device is there on another, also without scripts", async ({ page, signUp, arrive }) => {
  const person = await signUp(page);
  await page.goto(quadraticForm);
  await typeAndSync(page, "(A + A'");

  const phone = await arrive();
  await signIn(phone, person);
  await phone.goto(quadraticForm);
  await expect(answerField(phone)).toHaveValue("(A + A'");

  const bare = await arrive({ javaScriptEnabled: false });
  await signIn(bare, person);
  await bare.goto(quadraticForm);
  await expect(answerField(bare)).toHaveValue("(A + A'");
});

test("What was typed later on another device comes first, with a way back", async ({ page, signUp, arrive }) => {
  const person = await signUp(page);
  await page.goto(quadraticForm);
  await typeAndSync(page, "2*A*x");
  const phone = await arrive();
  await signIn(phone, person);
  await phone.goto(quadraticForm);
  await expect(answerField(phone)).toHaveValue("2*A*x");
  await typeAndSync(phone, "x'*A");

  await page.reload();
  await expect(answerField(page)).toHaveValue("x'*A");
  await expect(other(page)).toContainText("2*A*x");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use this instead" }).click();
  await expect(answerField(page)).toHaveValue("2*A*x");
  await expect(other(page)).toContainText("x'*A");
});

test("A tab that is closed at once has sent what was typed in it", async ({ page, signUp, arrive }) => {
  const person = await signUp(page);
  await page.goto(quadraticForm);
  await expect(page.getByRole("radio", { name: "Visual" })).toBeVisible();
  await answerField(page).fill("A'*x");
  await page.close({ runBeforeUnload: true });

  const phone = await arrive();
  await signIn(phone, person);
  await expect(async () => {
    await phone.goto(quadraticForm);
    await expect(answerField(phone)).toHaveValue("A'*x", { timeout: 1_000 });
  }).toPass();
});

test("What is typed without a connection outlives a reload, and is sent when the connection is back", async ({
  page,
  context,
  signUp,
  arrive,
}) => {
  const person = await signUp(page);
  await page.goto(quadraticForm);
  await expect(page.getByRole("radio", { name: "Visual" })).toBeVisible();
  await context.setOffline(true);
  await answerField(page).fill("A*x + 1");
  await expect(answerField(page)).toHaveValue("A*x + 1");
  await context.setOffline(false);
  await page.reload();
  await expect(answerField(page)).toHaveValue("A*x + 1");

  const phone = await arrive();
  await signIn(phone, person);
  await expect(async () => {
    await phone.goto(quadraticForm);
    await expect(answerField(phone)).toHaveValue("A*x + 1", { timeout: 1_000 });
  }).toPass();
});

test("Whoever uses the browser next sees nothing of what was typed, and the typist finds it again", async ({
  page,
  signUp,
}) => {
  const person = await signUp(page);
  await page.goto(quadraticForm);
  await answerField(page).fill("a secret of A*x");
  await signOut(page);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("nabla-answer")))).toEqual(
    [],
  );
  await page.goto(quadraticForm);
  await expect(page.getByText("What is read appears here as you type.")).toBeVisible();
  await expect(answerField(page)).toHaveValue("");

  const next = await signUp(page);
  await page.goto(quadraticForm);
  await expect(answerField(page)).toHaveValue("");
  expect(next.email).not.toBe(person.email);
  await signOut(page);

  await signIn(page, person);
  await page.goto(quadraticForm);
  await expect(answerField(page)).toHaveValue("a secret of A*x");
});

test("What a visitor typed is theirs after signing up", async ({ page, signUp }) => {
  await page.goto(quadraticForm);
  await expect(page.getByRole("radio", { name: "Visual" })).toBeVisible();
  await answerField(page).fill("A*x and more");
  await signUp(page);
  await page.goto(quadraticForm);
  await expect(answerField(page)).toHaveValue("A*x and more");
});

test("A right answer leaves no draft, and a new variant begins empty", async ({ page, publish, signUp }) => {
  await signUp(page);
  await page.goto(quadraticForm);
  await typeAndSync(page, "(A + A')x");
  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await page.reload();
  await expect(page.getByText("What is read appears here as you type.")).toBeVisible();
  await expect(answerField(page)).toHaveValue("");

  await page.goto(await publish(drawnPower));
  await typeAndSync(page, "7*x");
  await page.reload();
  await expect(answerField(page)).toHaveValue("7*x");
  await page.getByText("Give up").click();
  await page.getByRole("button", { name: "Show the solution" }).click();
  await page.getByRole("button", { name: "New variant" }).click();
  await expect(page.getByText("This is variant 2.")).toBeVisible();
  await expect(answerField(page)).toHaveValue("");
});

test("Nobody but Nabla's own pages may send a draft", async ({ page, baseURL }) => {
  await page.goto(quadraticForm);
  const statuses = async (headers: Record<string, string>) =>
    (await page.request.post("/api/drafts", { headers, data: {} })).status();
  expect(await statuses({ Origin: "https://elsewhere.example" })).toBe(403);
  expect(await statuses({})).toBe(403);
  expect(await statuses({ Origin: baseURL ?? "" })).toBe(204);
});
