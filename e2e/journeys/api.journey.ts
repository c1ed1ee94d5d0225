import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, expectAccessible, type Page, test } from "../fixtures";
import { makeAssignment, makeCourse } from "../made-assignments";
import { answer } from "../problem-page";

const run = promisify(execFile);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The examples of the API's own page, as a reader would copy them. */
function examples(): readonly string[] {
  return [...readFileSync("docs/api.md", "utf8").matchAll(/```sh\n(.+?)```/gs)].map(([, command]) => command ?? "");
}

/** Makes a token with all scopes and gives its text. */
async function makeToken(page: Page, name: string): Promise<string> {
  await page.goto("/tokens");
  await page.getByLabel("Name").fill(name);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await press(page, "Make the token");
  const text = page.getByText(/^nabla_[\w-]{43}$/);
  await expect(text).toBeVisible();
  return (await text.textContent()) ?? "";
}

test("An instructor makes a token, a program reads with it as the documentation says, until it is revoked", async ({
  page,
  arrive,
  signUp,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const instructor = await signUp(page, "instructor");
  const pupil = await arrive();
  const student = await signUp(pupil);
  const courseId = await makeCourse("Read by a program", instructor, [student]);
  const assignmentId = await makeAssignment(courseId, { opens: -1, due: 24, closes: 48 });
  await pupil.goto(`/assignments/${assignmentId}`);
  await pupil.getByRole("link", { name: "The squared length" }).click();
  await answer(pupil, "2x", "Right, in denominator layout.");

  await test.step("a token without a name or a scope is refused, and what was typed stays", async () => {
    await page.goto("/tokens");
    await page.getByLabel("Holds for").selectOption("7");
    await press(page, "Make the token");
    await expect(page.getByText("Tick at least one.")).toBeVisible();
    await expect(page.getByText("Give it a name by which you know it again.")).toBeVisible();
    await expect(page.getByLabel("Holds for")).toHaveValue("7");
    await expectAccessible(page);
  });

  const token = await makeToken(page, "Spreadsheet");
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByText("not used yet")).toBeVisible();

  const ask = async (command: string) => {
    const env = { ...process.env, NABLA: baseURL, TOKEN: token, COURSE: courseId, ASSIGNMENT: assignmentId };
    return JSON.parse((await run("bash", ["-c", command], { env })).stdout);
  };

  await test.step("every example of the documentation runs", async () => {
    const answers = [];
    for (const command of examples()) answers.push(await ask(command));
    expect(answers).toEqual([
      { courses: [expect.objectContaining({ id: courseId, title: "Read by a program" })] },
      { assignments: [expect.objectContaining({ id: assignmentId, points: 2 })] },
      { submissions: [expect.objectContaining({ text: "2x", correct: true })], next_cursor: null },
      expect.objectContaining({ students: [expect.objectContaining({ email: student.email, points: [2] })] }),
      expect.objectContaining({ id: "squared-length", status: "graded", numerator: false, denominator: true }),
    ]);
  });

  await test.step("the token has been used, is revoked, and reads nothing more", async () => {
    await page.reload();
    await expect(page.getByText("last used")).toBeVisible();
    await page.getByText("Revoke Spreadsheet…").click();
    await expectAccessible(page);
    await press(page, "Revoke");
    await expect(page.getByText("revoked", { exact: true })).toBeVisible();
    const headers = { Authorization: `Bearer ${token}` };
    expect((await page.request.get("/api/v1/courses", { headers })).status()).toBe(401);
  });
});

test("The API answers in its own words, whatever is asked", async ({ request }) => {
  const asked = [
    request.get("/api/v1/courses"),
    request.get("/api/v1/no-such-thing"),
    request.delete("/api/v1/no-such-thing"),
    request.post("/api/v1/grade", { data: "x".repeat(1_500_000) }),
  ];
  for (const [index, status] of [401, 404, 404, 401].entries()) {
    const response = await asked[index];
    expect(response?.status()).toBe(status);
    expect(response?.headers()["content-type"]).toContain("application/problem+json");
  }
  const file = await request.get("/openapi.json");
  expect((await file.json()).openapi).toBe("3.1.0");
});
