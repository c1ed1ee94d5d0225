import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../base/command.mjs";
import { root } from "../base/paths.mjs";
import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";

/** What a copy of the sources does not need, or makes anew. */
const left = new Set([".git", ".next", ".data", "reports"]);

/**
 * Does something in a copy of the project that has one route more: the bare one that graded answers are measured beside. It is in no
 * build that anybody uses.
 *
 * @template T
 * @param {(copy: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inCopy(work) {
  const copy = mkdtempSync(join(tmpdir(), "nabla-copy-"));
  try {
    await step("Copying the sources", () => fill(copy));
    cpSync(join(root, "scripts", "load", "bare", "route.ts"), join(copy, "app", "api", "bare", "route.ts"));
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The packages are many: where the disk is the same, their files are linked and not copied. */
async function fill(copy) {
  for (const name of readdirSync(root).filter((entry) => !left.has(entry))) {
    const from = join(root, name);
    const linked = name === "node_modules" && (await run("cp", ["-al", from, copy])).status === 0;
    if (linked) continue;
    const { status, output } = await run("cp", ["-a", from, copy]);
    if (status !== 0) throw new Trouble(`The sources could not be copied:\n${output}`);
  }
}
