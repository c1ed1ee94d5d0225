import { expect, it } from "vitest";
import { toText } from "../../expr";
import { exactFor } from "./rounded";

const exact = (text: string): string[] =>
  exactFor(text).map((make) => toText(make(0, text.length)).replaceAll(" ", ""));

it.each([
  ["0.667", "2/3"],
  ["0.33", "1/3"],
  ["1.999", "2"],
  ["0.1429", "1/7"],
  ["2.5714", "18/7"],
  ["3.14", "pi"],
  ["6.28", "2*pi"],
  ["1.5708", "pi/2"],
  ["0.785", "pi/4"],
  ["4.71239", "3*pi/2"],
  ["1.4142", "sqrt(2)"],
  ["0.70711", "sqrt(2)/2"],
  ["1.73205", "sqrt(3)"],
  ["0.8660", "sqrt(3)/2"],
  ["2.23607", "sqrt(5)"],
  ["0.31831", "1/pi"],
  ["0.63662", "2*(1/pi)"],
  ["1.77245", "sqrt(pi)"],
  ["0.39894", "1/sqrt(2*pi)"],
  ["2.71828", "exp(1)"],
  ["1.35914", "exp(1)/2"],
  ["0.367879", "exp(-1)"],
  ["0.693147", "log(2)"],
  ["1.442695", "1/log(2)"],
  ["2.302585", "log(10)"],
  ["0.434294", "1/log(10)"],
  ["6.6667e-1", "2/3"],
  ["1.333e2", "400/3"],
  ["0.0167", "1/60"],
])("%s may have been rounded from %s", (typed, want) => {
  expect(exact(typed)).toContain(want);
});

it.each(["0.667", "3.14", "2.718", "0.6931"])("the simplest number comes first for %s", (typed) => {
  expect({ "0.667": "2/3", "3.14": "pi", "2.718": "exp(1)", "0.6931": "log(2)" }[typed]).toBe(exact(typed)[0]);
});

it.each(["0.5", "0.25", "2.0", "3", "12", "0.0", "0"])("%s is exact as it stands", (typed) => {
  expect(exact(typed).filter((text) => text === String(Number(typed)) || text === "1/2" || text === "1/4")).toEqual([]);
});

it("offers twelve numbers at most, and none that is further off than the last place", () => {
  for (const typed of ["0.7", "1.4", "3.1"]) expect(exact(typed).length).toBeLessThanOrEqual(12);
  expect(exact("0.66")).toContain("2/3");
  expect(exact("0.65")).not.toContain("2/3");
  expect(exact("0.6600")).not.toContain("2/3");
  expect(exact("3")).toEqual([]);
});
