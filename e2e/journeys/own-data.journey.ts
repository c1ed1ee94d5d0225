import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "../fixtures";
import { answer, quadraticForm } from "../problem-page";

test("A student takes everything out and then erases the account", async ({ page, signUp }) => {
  const { name, email, password } = await signUp(page);
  await page.goto(quadraticForm);
  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByText("Download", { exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("nabla-about-me.json");
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(file.account).toMatchObject([{ name, email }]);
  expect(file.answers).toMatchObject([{ text: "(A + A')x" }]);

  await page.getByText("Erase your account…").click();
  await page.getByLabel("Your email address").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toHaveText("The email and the password do not belong together.");
});

test("A visitor erases the work of this browser by a word", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/");
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await page.goto("/account");
  await page.getByText("Erase this work…").click();
  await page.getByLabel("Type “erase” to confirm").fill("erase");
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("An instructor reads in the log of a course what was done there", async ({ page, signUp }) => {
  const { name } = await signUp(page, "instructor");
  await page.goto("/teach/courses/new");
  await page.getByLabel("Title").fill("Logged");
  await page.getByRole("button", { name: "Make the course" }).click();
  await page.getByRole("link", { name: "Log", exact: true }).click();
  await expect(page.getByRole("row", { name: `${name} made the course` })).toBeVisible();
});
