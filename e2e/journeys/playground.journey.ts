import { expect, expectAccessible, type Page, test } from "../fixtures";
import { expectLayouts, verdict } from "../problem-page";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const differentiate = (page: Page) => page.getByRole("button", { name: "Differentiate" });
const layouts = (page: Page) => page.getByRole("table", { name: "The derivative in both layouts" });
const shapeIn = (page: Page, layout: string) => layouts(page).getByRole("rowheader", { name: layout });

test("A visitor types a function, declares its names with a press, and checks a derivative of their own", async ({
  page,
}) => {
  await page.goto("/playground");
  await expect(page.getByText("Nothing to show yet.")).toBeVisible();
  await field(page, "Function").fill("x'*A*x");
  await page.getByRole("link", { name: "Declare all: x: n, A: n x n" }).click();
  await expect(field(page, "Variables")).toHaveValue("x: n\nA: n x n");
  await field(page, "A derivative of your own").fill("2*A*x");
  await field(page, "A derivative of your own").press("Control+Enter");

  await expect(verdict(page).getByRole("heading")).toHaveText("Not the derivative, in either layout.");
  await expect(verdict(page)).toContainText("is symmetric, and that is not given");
  await expect(verdict(page).getByText("A point where it differs")).toBeVisible();
  await expect(shapeIn(page, "Numerator layout")).toContainText("1 × n row");
  await expect(shapeIn(page, "Denominator layout")).toContainText("n × 1 column");
  await expect(page.getByText(/^Central differences agree/)).toBeVisible();

  await expect(field(page, "A derivative of your own")).toBeFocused();
  await field(page, "A derivative of your own").fill("(A + A')*x");
  await page.keyboard.press("Enter");
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
  await expectLayouts(page, { numerator: false, denominator: true });
  await expect(field(page, "A derivative of your own")).toBeFocused();
});

test("An example fills the form and is drawn, and its address shows the same to somebody else", async ({
  page,
  arrive,
}) => {
  await page.goto("/playground");
  await page.getByRole("link", { name: "Rosenbrock" }).click();
  await expect(field(page, "Function")).toHaveValue("(1 - a)^2 + 100*(b - a^2)^2");
  await expect(page.getByRole("img", { name: /^Level curves of/ })).toBeVisible();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right in both layouts.");

  const other = await arrive({ javaScriptEnabled: false });
  await other.goto(page.url());
  await expect(field(other, "Function")).toHaveValue("(1 - a)^2 + 100*(b - a^2)^2");
  await expect(other.getByRole("img", { name: /^Level curves of/ })).toBeVisible();
  await expect(layouts(other)).toHaveText((await layouts(page).textContent()) ?? "");

  await page.goBack();
  await expect(field(page, "Function")).toHaveValue("");
});

test("A function of one number is drawn with its tangent, at the point that somebody chooses", async ({ page }) => {
  await page.goto("/playground?f=t%5E3+-+t&v=t");
  await page.getByRole("link", { name: "Take it into the form to change it" }).click();
  await expect(field(page, "At the point")).toHaveValue(/^t = /);
  await field(page, "At the point").fill("t = 2");
  await differentiate(page).click();
  await expect(page.getByRole("img", { name: "with its tangent at (2, 6), of slope 11." })).toBeVisible();

  await field(page, "Function").fill("relu(t - 2)");
  await differentiate(page).click();
  await expect(page.getByText("Central differences say something else here")).toBeVisible();
});

test("What people type out of habit is read or mended, and a plot has its table", async ({ page }) => {
  await page.goto("/playground");
  await field(page, "Function").fill("f(a, b) = a^2 b");
  await page.getByRole("button", { name: "Leave out f(a, b) =" }).click();
  await expect(field(page, "Function")).toHaveValue("a^2 b");
  await field(page, "Variables").fill("a, b");
  await field(page, "At the point").fill("a = 1/2\nb: 2");
  await differentiate(page).click();
  await expect(page.getByRole("img", { name: /^Level curves of/ })).toBeVisible();
  await page.getByText("As a table").click();
  const table = page.getByRole("table", { name: "The function and its derivatives around the point" });
  await expect(table.getByRole("row", { name: "0.5 2 0.5 2 0.25" })).toBeVisible();
  await expectAccessible(page);
});

test("Without scripts a function is typed, declared and differentiated, and slips are shown in their fields", async ({
  arrive,
}) => {
  const page = await arrive({ javaScriptEnabled: false });
  await page.goto("/playground");
  await field(page, "Function").fill("norm(A*x - b)^2");
  await field(page, "Variables").fill("x: n\nA: m x n");
  await differentiate(page).click();
  await page
    .getByRole("region", { name: "Names that are not declared" })
    .getByRole("link", { name: "a vector" })
    .click();
  await field(page, "Variables").fill("x: n\nA: m x n\nb: m");
  await field(page, "Differentiate by").fill("x");
  await field(page, "A derivative of your own").fill("2*A'*(A*x - b)");
  await differentiate(page).click();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");

  await field(page, "Variables").fill("x: n\nA: m x n symetric\nb: m");
  await differentiate(page).click();
  await expect(page.getByText("Line 2:").first()).toBeVisible();
  await expect(field(page, "Variables")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "A derivative of your own")).toHaveValue("2*A'*(A*x - b)");
});

const states = {
  "before anything is typed": "/playground",
  "with a wrong derivative": "/playground?f=x%27*A*x&v=x:n&v=A:n,n&answer=2*A*x",
  "with a plot": "/playground?f=a%5E2+%2B+a*b&v=a&v=b&answer=2*a+%2B+b",
  "in vec form, with a derivative that cannot be read": "/playground?f=A*X&v=X:n,p&v=A:m,n&answer=kron(I,",
  "with slips in several fields": "/playground?f=x%27*B&v=x:n&at=y+%3D+1&wrt=z",
};

for (const [state, path] of Object.entries(states)) {
  test(`Everybody can use the playground ${state}`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveTitle("Playground · Nabla");
    await expectAccessible(page);
  });
}

test("Nothing that is typed breaks it", async ({ page }) => {
  for (const text of ["(((((", "x".repeat(1000), "\\frac{", "<script>alert(1)</script>", "__proto__", "sum(k, x[k])"]) {
    const query = new URLSearchParams({ f: text, v: text.slice(0, 100), at: text, answer: text, wrt: "x" });
    const response = await page.goto(`/playground?${query}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Playground");
  }
});
