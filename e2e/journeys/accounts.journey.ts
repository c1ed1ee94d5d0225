import { expect, expectAccessible, test } from "../fixtures";

test("A sign-up that is refused says why by field and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill("nowhere");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await expect(page.getByText("A password has at least 10 characters.")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
  await expect(page.getByLabel("Email")).toHaveValue("nowhere");
  await expectAccessible(page);
});

test("A second account with the same email is refused", async ({ page, arrive, signUp }) => {
  const { email } = await signUp(await arrive());
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Somebody else");
  await page.getByLabel("Email").fill(email.toUpperCase());
  await page.getByLabel("Password").fill("eight loud vectors");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("There is an account with this email already.")).toBeVisible();
});

test("A wrong password is refused in the words used for an unknown email", async ({ page, arrive, signUp }) => {
  const { email } = await signUp(await arrive());
  for (const typed of [email, "nobody@example.com"]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(typed);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").first()).toHaveText("The email and the password do not belong together.");
    await expect(page.getByLabel("Email")).toHaveValue(typed);
  }
  await expectAccessible(page);
});
