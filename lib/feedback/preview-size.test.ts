import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

it("costs the browser at most 30 kB to preview an answer", async () => {
  const entry = fileURLToPath(new URL("./preview.ts", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  expect(script.length).toBeGreaterThan(10_000);
  expect(gzipSync(script).length).toBeLessThanOrEqual(30_000);
});
