import { expect, expectAccessible, type Page, type Person, test } from "../fixtures";

/** Makes a course in an instructor's browser and gives the address of its first page. */
async function makeCourse(page: Page, title: string): Promise<string> {
  await page.goto("/teach");
  await page.getByRole("link", { name: "New course" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Term").fill("Autumn 2026");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Make the course" }).click();
  await expect(page).toHaveURL(/\/teach\/courses\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The path that a course's page says its students should follow. */
async function linkOf(page: Page): Promise<string> {
  const link = await page.getByText(/\/join\/[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent();
  return new URL(link ?? "").pathname;
}

/** Signs up on the page that asks for it. */
async function signUpHere(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "Course" }).getByRole("link", { name });

test("An instructor makes a course, a student joins by its link, and the instructor sees them", async ({
  page,
  arrive,
  signUp,
}) => {
  await signUp(page, "instructor");
  const home = await makeCourse(page, "Matrix calculus");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  const link = await linkOf(page);
  await expectAccessible(page);

  const pupil = await arrive();
  const student = await signUp(pupil);
  await test.step("the link shows the course before anybody joins", async () => {
    await pupil.goto(link);
    await expect(pupil.getByRole("heading", { level: 1 })).toHaveText("Matrix calculus");
    await expectAccessible(pupil);
    await press(pupil, "Join the course");
    await expect(pupil).toHaveURL(home.replace("/teach", ""));
    await expect(pupil.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Courses" })).toBeVisible();
  });

  await test.step("the instructor finds them, moves them into a section, and takes them out and back", async () => {
    await tab(page, "People").click();
    await page.getByRole("link", { name: "Sections" }).click();
    await page.getByLabel("New section").fill("Monday");
    await press(page, "Make it");
    await expect(page.getByLabel("Monday: 0 people")).toHaveValue("Monday");
    await expectAccessible(page);
    await tab(page, "People").click();
    const row = page.getByRole("row").filter({ hasText: student.email });
    await row.getByRole("checkbox").check();
    await press(page, "Move");
    await expect(row).toContainText("Monday");
    await expectAccessible(page);

    await row.getByRole("link", { name: student.name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(student.name);
    await expectAccessible(page);
    await page.getByText(`Take ${student.name} out…`).click();
    await press(page, "Take out of the course");
    await expect(page.getByRole("button", { name: `Bring ${student.name} back` })).toBeVisible();
    expect((await pupil.goto(home.replace("/teach", "")))?.status()).toBe(404);
    await press(page, `Bring ${student.name} back`);
    await expect(page.getByRole("button", { name: "Save the role" })).toBeVisible();
    expect((await pupil.goto(home.replace("/teach", "")))?.status()).toBe(200);
  });
});

test("A course that is closed to newcomers, and a code that was replaced, say so", async ({ page, arrive, signUp }) => {
  await signUp(page, "instructor");
  await makeCourse(page, "Matrix calculus behind a door");
  const link = await linkOf(page);
  await press(page, "Close joining");
  await expect(page.getByText("Joining is closed: the link and the code say so.")).toBeVisible();
  const comer = await arrive();
  await comer.goto(link);
  await expect(comer.getByText("Joining is closed at the moment.")).toBeVisible();
  await press(page, "Open joining");
  await page.getByText("Replace the code…").click();
  await press(page, "Replace it");
  await expect(page.getByText("The code is replaced.")).toBeVisible();
  await comer.goto(link);
  await expect(comer.getByRole("alert").filter({ hasText: "No course has this code" })).toBeVisible();
  await expectAccessible(comer);
});

test("A messy roster is shown before it is applied, and who signs up later by the link is recognised", async ({
  page,
  arrive,
  signUp,
}) => {
  const instructor = await signUp(page, "instructor");
  const ada = await signUp(await arrive());
  const home = await makeCourse(page, "Matrix calculus by roster");
  const link = await linkOf(page);
  const late = {
    name: "Emmy Noether",
    email: instructor.email.replace("@", "-late@"),
    password: "seven quiet matrices",
  };
  const roster = [
    "\uFEFFSektion;Email address;First name;Last name;Section;Roles",
    `x;${ada.email.toUpperCase()};${ada.name};;Monday;Student`,
    `x;${late.email};Emmy;Noether;Tuesday;Student`,
    `x;${late.email};Emmy;Noether;Tuesday;Student`,
    "x;not an address;Nobody;;;",
    "x;trick@example.com;=1+1;;;",
    "x;dean@example.com;Dean;;;Dean",
    "x;tutor@example.com;Tim;Tutor;;TA",
  ].join("\r\n");

  await test.step("a file that is broken or no text is refused as a whole", async () => {
    await page.goto(`${home}/people/roster`);
    await page
      .getByLabel("A file")
      .setInputFiles({ name: "r.xlsx", mimeType: "x/y", buffer: Buffer.from("PK\x03\x04…") });
    await press(page, "Show what it would do");
    await expect(page.getByText("This is a spreadsheet's own file.")).toBeVisible();
    await page.getByLabel("Or a list, pasted").fill('email,name\na@example.com,"Ada');
    await press(page, "Show what it would do");
    await expect(page.getByText("A quotation mark in line 2 is never closed")).toBeVisible();
    await expect(page.getByLabel("Or a list, pasted")).toHaveValue(/"Ada$/);
    await expectAccessible(page);
  });

  await test.step("each row is matched, new or refused, with its reason, and nothing is done yet", async () => {
    await page.getByLabel("A file").setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(roster) });
    await press(page, "Show what it would do");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What this roster would do");
    const group = (name: string) => page.getByRole("region", { name });
    await expect(group("Matched")).toContainText(ada.name);
    await expect(group("New").getByRole("row")).toHaveCount(3);
    for (const why of ["same address as in line 3", "not an email address", "like a formula", "no role “Dean”"])
      await expect(group("Refused")).toContainText(why);
    await expect(page.getByText("Sections that are new: Monday, Tuesday.")).toBeVisible();
    await expectAccessible(page);
  });

  await press(page, "Apply the roster");
  await expect(page.getByText("The roster is applied: 1 enrolled, 0 changed, 2 invited.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: ada.email })).toContainText("Monday");
  const expected = page.getByRole("region", { name: "Expected" });
  await expect(expected).toContainText(late.email);
  await expectAccessible(page);

  await test.step("the invited one signs up on the way in and is recognised", async () => {
    const comer = await arrive();
    await comer.goto(link);
    await comer.getByRole("main").getByRole("link", { name: "Sign up" }).click();
    await signUpHere(comer, late);
    await expect(comer.getByRole("heading", { level: 1 })).toHaveText("Matrix calculus by roster");
    await press(comer, "Join the course");
    await expect(comer).toHaveURL(home.replace("/teach", ""));
  });
  await page.goto(`${home}/people`);
  await expect(page.getByRole("row").filter({ hasText: late.email })).toContainText("Tuesday");
  await expect(expected).not.toContainText(late.email);
});

test("An assistant who is demoted loses the course's pages on the next click", async ({ page, arrive, signUp }) => {
  await signUp(page, "instructor");
  const home = await makeCourse(page, "Matrix calculus with help");
  const link = await linkOf(page);
  const helper = await arrive();
  const assistant = await signUp(helper);
  await helper.goto(link);
  await press(helper, "Join the course");
  await expect(helper).toHaveURL(home.replace("/teach", ""));

  const setRole = async (role: string) => {
    await page.goto(`${home}/people`);
    await page.getByRole("row").filter({ hasText: assistant.email }).getByRole("link").click();
    await page.getByLabel("Role", { exact: true }).selectOption(role);
    await press(page, "Save the role");
    await expect(page.getByText("Saved.")).toBeVisible();
  };
  await setRole("assistant");
  await helper.goto("/teach");
  await helper.getByRole("link", { name: "Matrix calculus with help" }).click();
  await expect(tab(helper, "People")).toBeVisible();
  await expect(tab(helper, "Settings")).toHaveCount(0);
  expect((await helper.goto(`${home}/settings`))?.status()).toBe(404);
  await helper.goto(home);

  await setRole("student");
  await tab(helper, "People").click();
  await expect(helper.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
  expect((await helper.goto(`${home}/people`))?.status()).toBe(404);
  expect((await helper.goto("/teach"))?.status()).toBe(404);
});

test("A course's settings are refused and saved by field, and it is archived and taken back", async ({
  page,
  signUp,
}) => {
  await signUp(page, "instructor");
  const home = await makeCourse(page, "Matrix calculus in short");
  await tab(page, "Settings").click();
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.getByLabel("Title").fill(" ");
  await page.getByLabel("Late passes for each student").fill("many");
  await press(page, "Save");
  await expect(page.getByText("Please give a title.")).toBeVisible();
  await expect(page.getByText("A whole number from 0 to 100.")).toBeVisible();
  await expect(page.getByLabel("Late passes for each student")).toHaveValue("many");
  await expectAccessible(page);
  await page.getByLabel("Title").fill("Matrix calculus in long");
  await page.getByLabel("Late passes for each student").fill("3");
  await press(page, "Save");
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Matrix calculus in long" })).toBeVisible();

  await page.getByText("Archive the course…").click();
  await press(page, "Archive it");
  await expect(page.getByRole("heading", { name: "This course is archived" })).toBeVisible();
  await page.goto("/teach");
  await page.getByText("1 archived course").click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Matrix calculus in long" }).click();
  await expect(page.getByText("The course is archived: nobody can join.")).toBeVisible();
  await page.goto(`${home}/settings`);
  await press(page, "Take it back");
  await expect(page.getByRole("heading", { name: "Archive", exact: true })).toBeVisible();
});

test("A typed code leads to the course, however it is typed, and a wrong one says so", async ({
  page,
  arrive,
  signUp,
}) => {
  await signUp(page, "instructor");
  await makeCourse(page, "Matrix calculus on the board");
  const code = (await linkOf(page)).split("/").at(-1) ?? "";
  const pupil = await arrive();
  await pupil.goto("/courses/join");
  await expectAccessible(pupil);
  await pupil.getByLabel("Code of the course").fill("wrong");
  await press(pupil, "Go on");
  await expect(pupil.getByText("No course has this code.")).toBeVisible();
  await pupil.getByLabel("Code of the course").fill(` ${code.toLowerCase().replace("-", " ")}`);
  await press(pupil, "Go on");
  await expect(pupil.getByRole("heading", { level: 1 })).toHaveText("Matrix calculus on the board");
  await expectAccessible(pupil);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("A course is made, its people are found and sorted, and a roster is applied", async ({ page, signUp }) => {
    const { name } = await signUp(page, "instructor");
    const home = await makeCourse(page, "Matrix calculus by hand");
    await page.goto(`${home}/people/roster`);
    await page.getByLabel("Or a list, pasted").fill("Ada Lovelace, ada.without@example.com");
    await press(page, "Show what it would do");
    await press(page, "Apply the roster");
    await expect(page.getByText("The roster is applied: 0 enrolled, 0 changed, 1 invited.")).toBeVisible();
    await page.goto(`${home}/people`);
    await page.getByLabel("Find by name, address, section or role").fill("nobody");
    await press(page, "Find");
    await expect(page.getByText("0 of 1.")).toBeVisible();
    await page.getByRole("link", { name: "Role" }).click();
    await expect(page).toHaveURL(/order=role/);
    await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(0);
  });
});
