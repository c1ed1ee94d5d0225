import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../base/command.mjs";
import { fingerprint } from "../base/fingerprint.mjs";
import { modulePath, root } from "../base/paths.mjs";
import { causeOf, Trouble } from "../base/trouble.mjs";
import { ensureClient } from "../install/client.mjs";
import { currentRun } from "../serve/claim.mjs";

const stamp = join(root, ".next", "nabla-sources");

const sources = [
  "app",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "postcss.config.js",
  "tsconfig.json",
  "package-lock.json",
  "proxy.ts",
  "instrumentation.ts",
];

const isTest = (path) => /[.]test[.]tsx?$/.test(path);

/** True where `.next` was built from these very sources. */
export function buildIsFresh() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(sources, isTest);
}

/** Builds the web application, where its sources changed since the last time. Needs no database and no network. */
export async function buildForProduction() {
  await ensureClient();
  if (buildIsFresh()) return;
  const running = currentRun();
  if (running)
    throw new Trouble(
      `Nabla is running here from the present build, at ${running.address}; stop it before building anew.`,
    );
  const built = fingerprint(sources, isTest);
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { status, output } = await runNode([modulePath("next", "dist", "bin", "next"), "build"], { env });
  if (status !== 0) throw new Trouble(`The build failed: ${causeOf(output) ?? `\n${output.trim()}`}`);
  writeFileSync(stamp, built);
}
