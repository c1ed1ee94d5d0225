import { expect, expectAccessible, test } from "../fixtures";

const pages = [
  { path: "/topics", title: "Topics" },
  { path: "/topics/layouts", title: "Layouts and the shape rule" },
  { path: "/problems/mixed-layout-pair", title: "Which way round in the mixed convention" },
  { path: "/reference?q=trace", title: "Reference" },
  { path: "/reference/typing", title: "How to type an answer" },
  { path: "/sign-up", title: "Sign up" },
];

for (const { path, title } of pages) {
  test(`Everybody can read ${path}, by day and by night, on a phone and on a desktop`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page).toHaveTitle(`${title} · Nabla`);
    await expectAccessible(page);
  });
}
