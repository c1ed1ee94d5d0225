import { expect, it } from "vitest";
import { fillTemplate } from "../../problems";
import { templateOf } from "./template";

const drawn = { a: 12, k: 3, low: 2, twice: 36, name: "w" };

it.each([
  ["36 * x^2", "@twice * x^@low"],
  ["3 * x^3", "@k * x^@k"],
  ["1.2 * x_2 + 12 + 123", "1.2 * x_2 + @a + 123"],
  ["w' * w1", "@name' * w1"],
  ["x", "x"],
])("of %s is %s, and filled it is the answer again", (text, template) => {
  expect(templateOf(text, drawn)).toBe(template);
  expect(fillTemplate({ problem: {}, words: template }, drawn).words).toBe(text);
});

it("leaves an answer as it is where nothing was drawn", () => {
  expect(templateOf("2 * x", null)).toBe("2 * x");
});

it("takes the first of two parameters with one value", () => {
  expect(templateOf("2 * x", { b: 2, c: 2 })).toBe("@b * x");
});
