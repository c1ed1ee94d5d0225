import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleWorkers } from "./bundle.mjs";

it("what grades on a thread reaches no database and nobody's account", async () => {
  const folder = await bundleWorkers();
  const files = readdirSync(folder);
  expect(files).toEqual(["author.mjs", "grader.mjs"]);
  for (const file of files) {
    const code = readFileSync(join(folder, file), "utf8");
    expect(code).toContain("// lib/grade/grade.ts");
    expect(code).not.toMatch(/^\/\/ lib\/(store|auth)\//m);
    expect(code).not.toMatch(/^import .* from "(pg|@prisma\/.*|next.*)"/m);
  }
});
