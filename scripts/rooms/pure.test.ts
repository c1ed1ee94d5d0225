import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modulePath, root } from "../base/paths.mjs";

const impure = [
  "export const a = Math.random();",
  "export const a = [1].map(Math.random);",
  "export const { random } = Math;",
  "export const a = Date.now();",
  "export const a = performance.now();",
  "export const a = new Date();",
  "export const a = Date();",
  "export const a = process.env;",
  'export const a = fetch("http://localhost");',
  "export const a = globalThis.Date;",
];

const pure = "export const a = new Date(0).getTime() + Math.floor(1.5);\n";

/** The linter's complaints about one file in a copy of the project's settings. */
function lint(tree: string, file: string, source: string): string {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), source);
  const run = spawnSync(
    process.execPath,
    [modulePath("@biomejs", "biome", "bin", "biome"), "lint", "--vcs-enabled=false", file],
    {
      cwd: tree,
      encoding: "utf8",
    },
  );
  return `${run.status}\n${run.stdout}${run.stderr}`;
}

describe("the linter in pure rooms", () => {
  let tree = "";
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), "nabla-pure-"));
    cpSync(join(root, "biome.json"), join(tree, "biome.json"));
    cpSync(join(root, "scripts/rooms/pure.grit"), join(tree, "scripts/rooms/pure.grit"));
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(impure)("refuses %s", (source) => {
    expect(lint(tree, "lib/grade/planted.ts", `${source}\n`)).toMatch(/^1\n(.|\n)*planted\.ts/);
  });

  it("accepts a date that is given", () => {
    expect(lint(tree, "lib/grade/given.ts", pure)).toMatch(/^0\n/);
  });

  it("leaves the other rooms and the tests alone", () => {
    expect(lint(tree, "lib/services/clock.ts", "export const a = Date.now();\n")).toMatch(/^0\n/);
    expect(lint(tree, "lib/grade/clock.test.ts", "export const a = Date.now();\n")).toMatch(/^0\n/);
  });
});
