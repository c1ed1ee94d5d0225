import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { modulePath, root } from "../base/paths.mjs";

const folder = modulePath(".cache", "nabla", "bundles");

/** Next names its modules without the ending that Node asks for. */
const nextModules = {
  name: "next-modules",
  setup({ onResolve }) {
    onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }));
  },
};

/** A TypeScript entry as one piece of JavaScript that this Node runs; packages are loaded from node_modules as usual. */
async function compile(entry) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "server-only": join(root, "scripts/build/server-only.mjs") },
    plugins: [nextModules],
    sourcemap: "inline",
    logLevel: "error",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

const digest = (parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 16);
};

/** Writes a file as a whole or not at all; runs beside each other write the same. */
function place(file, code) {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, file);
}

/**
 * Turns a TypeScript entry into one JavaScript file that this Node runs, and returns where it is. The name carries the content, so
 * runs beside each other share it.
 *
 * @param {string} entry  a path from the root
 */
export async function bundle(entry) {
  const code = await compile(entry);
  const file = join(folder, `${basename(entry).replace(/\.tsx?$/, "")}-${digest([code])}.mjs`);
  place(file, code);
  return file;
}

/** The files that threads are started from, by their names. */
const workers = { grader: "lib/services/grader/worker.ts", author: "lib/services/grader/author-worker.ts" };

/**
 * Bundles the workers of lib/pool, because neither the framework nor a test runner does, and returns the folder that they are in: what
 * WORKER_FILES is set to for whatever grades. The folder carries their content, so an old server keeps its own.
 */
export async function bundleWorkers() {
  const codes = await Promise.all(Object.values(workers).map(compile));
  const home = join(folder, `workers-${digest(codes)}`);
  for (const [at, name] of Object.keys(workers).entries()) place(join(home, `${name}.mjs`), codes[at]);
  return home;
}
