import { expect, it } from "vitest";
import { fromTemplate, templateOf } from "./answer-template";

const drawn = { a: 12, k: 3, low: 2, twice: 36, name: "w" };

it.each([
  ["36 * x^2", "@twice * x^@low"],
  ["3 * x^3", "@k * x^@k"],
  ["1.2 * x_2 + 12 + 123", "1.2 * x_2 + @a + 123"],
  ["w' * w1", "@name' * w1"],
  ["x", "x"],
])("of %s is %s, and filled it is the answer again", (text, template) => {
  expect(templateOf(text, drawn)).toBe(template);
  expect(fromTemplate(template, drawn)).toBe(text);
});

it("has the problem's own names where a student has others", () => {
  const renamed = { a: 12, "~x": "u", "~A": "W" };
  expect(templateOf("12 * W * u + du", renamed)).toBe("@a * A * x + dx");
  expect(fromTemplate("@a * A * x + dx", renamed)).toBe("12 * W * u + du");
});

it("leaves an answer as it is where nothing was drawn", () => {
  expect(templateOf("2 * x", null)).toBe("2 * x");
  expect(fromTemplate("2 * x", null)).toBe("2 * x");
});

it("takes the first of two parameters with one value", () => {
  expect(templateOf("2 * x", { b: 2, c: 2 })).toBe("@b * x");
});
