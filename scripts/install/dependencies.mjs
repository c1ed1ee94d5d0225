import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "../base/command.mjs";
import { modulePath, root } from "../base/paths.mjs";
import { step } from "../base/step.mjs";
import { causeOf, Trouble } from "../base/trouble.mjs";

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}

/**
 * True where node_modules holds what package-lock.json says. npm writes its own record of what it installed when it is
 * done; we compare the two, so an installation that somebody else made counts too, and a broken-off one does not.
 */
export function dependenciesAreInstalled() {
  const record = modulePath(".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(([path, { version, optional }]) => {
    if (path === "") return true;
    if (!installed[path]) return optional === true;
    return installed[path].version === version && existsSync(join(root, path));
  });
}

const firstError = (output) =>
  output
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, ""))
    .find((line) => !line.startsWith("code ") && line.trim() !== "");

/** Installs the locked dependencies where they are missing or stale. Needs nothing but Node and npm. */
export async function ensureDependencies() {
  if (dependenciesAreInstalled()) return;
  await step("Installing the locked dependencies", async () => {
    const { status, output } = await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
    if (status === 0) return;
    const reason = causeOf(output) ?? firstError(output) ?? "npm ci failed";
    throw new Trouble(`The dependencies could not be installed: ${reason}.`);
  });
}
