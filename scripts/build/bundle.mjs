import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { modulePath, root } from "../base/paths.mjs";

const folder = modulePath(".cache", "nabla", "bundles");

/** Next names its modules without the ending that Node asks for. */
const nextModules = {
  name: "next-modules",
  setup({ onResolve }) {
    onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }));
  },
};

/**
 * Turns a TypeScript entry into one JavaScript file that this Node runs, and returns where it is. Our own files go into
 * it; packages are loaded from node_modules as usual. The name carries the content, so runs beside each other share it.
 *
 * @param {string} entry  a path from the root
 */
export async function bundle(entry) {
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
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const file = join(folder, `${basename(entry).replace(/\.tsx?$/, "")}-${hash}.mjs`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, file);
  return file;
}
