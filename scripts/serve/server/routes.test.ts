import { expect, it } from "vitest";
import { patternIn } from "./routes";

const patternOf = patternIn([
  { page: "/", regex: "^/(?:/)?$" },
  { page: "/topics", regex: "^/topics(?:/)?$" },
  { page: "/problems/[id]", regex: "^/problems/([^/]+?)(?:/)?$" },
]);

it.each([
  ["/", "/"],
  ["/topics", "/topics"],
  ["/problems/somebodys-own", "/problems/[id]"],
  ["/_next/static/chunks/a.js", "/_next"],
  ["/wp-login.php", "none"],
])("%s is %s", (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
