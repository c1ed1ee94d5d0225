import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../base/paths.mjs";

const text = readFileSync(join(root, "docs", "threat-model.md"), "utf8");

/** The tables of promises: what is promised, a number of the standard, and links to tests by their names. */
const promises = text
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([, number = ""]) => number === "–" || number.startsWith("v5"));

const links = promises.flatMap(([, , tests = ""]) =>
  [...tests.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, name = "", path = ""]) => [name, path] as const),
);

/** What a call begins with: the titles of tests and groups are such words. */
function titlesIn(source: string): readonly string[] {
  return [...source.matchAll(/\(\s*(["`])((?:(?!\1)[^\n\\]|\\.)+)\1,/g)].map(([, , title = ""]) => title);
}

describe("the threat model", () => {
  it("has a test for every promise", () => {
    expect(promises.length).toBeGreaterThan(20);
    for (const [promise, , tests = ""] of promises)
      expect(tests, promise).toMatch(/\]\(\.\.\/[^)]+\.(test|journey)\.ts\)/);
  });

  it("writes numbers of the standard as the standard does", () => {
    for (const [, number = ""] of promises) expect(number).toMatch(/^(–|v5\.0\.0-\d+\.\d+\.\d+)$/);
  });

  it.each(links)("links to a test that is there: %s, %s", (name, path) => {
    const file = join(root, "docs", path);
    expect(existsSync(file), path).toBe(true);
    expect(titlesIn(readFileSync(file, "utf8")).some((title) => title.startsWith(name))).toBe(true);
  });
});
