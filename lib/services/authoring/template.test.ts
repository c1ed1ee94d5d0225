import { expect, it } from "vitest";
import { templateOf } from "./template";

const one = (text: string) => ({ text, drawn: { k: 3, low: 2 } });
const other = (text: string) => ({ text, drawn: { k: 7, low: 6 } });

it("puts a parameter where the variants differ by it", () => {
  expect(templateOf(one("2*3*x^2"), [other("2*7*x^6")])).toBe("2*@{k}*x^@{low}");
});

it("leaves alone what all variants have, be it a parameter's value in one of them", () => {
  expect(templateOf(one("3*x^3"), [other("3*x^7")])).toBe("3*x^@{k}");
});

it("is silent where no parameter explains the difference, or the variants are built differently", () => {
  expect(templateOf(one("4*x"), [other("8*x")])).toBeUndefined();
  expect(templateOf(one("3*x"), [other("7*x*x")])).toBeUndefined();
});

it("of a single variant is its text", () => {
  expect(templateOf({ text: "2*A*x", drawn: {} }, [])).toBe("2*A*x");
});
