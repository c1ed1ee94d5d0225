import { existsSync } from "node:fs";
import { run, runNode } from "../base/command.mjs";
import { modulePath } from "../base/paths.mjs";
import { Trouble } from "../base/trouble.mjs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** A browser that is there and starts; Playwright's own may lack the system's libraries. */
async function findChromium() {
  for (const path of [process.env.CHROMIUM, ...usual, await playwrightsOwn()]) {
    if (path && existsSync(path) && (await run(path, ["--version"])).status === 0) return path;
  }
  return undefined;
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"], { env });
}

const installFromPlaywright = () => runNode([modulePath("@playwright", "test", "cli.js"), "install", "chromium"]);

/** Where Chromium is; installed first where there is none. */
export async function ensureChromium() {
  for (const install of [async () => undefined, installFromDebian, installFromPlaywright]) {
    await install();
    const found = await findChromium();
    if (found) return found;
  }
  throw new Trouble(
    "There is no Chromium here and it could not be installed. Run as root: apt-get install -y chromium — or: npx playwright install --with-deps chromium",
  );
}
