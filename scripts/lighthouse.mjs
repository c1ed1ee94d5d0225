import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./base/paths.mjs";
import { step } from "./base/step.mjs";
import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { ensureChromium } from "./test/chromium.mjs";

/**
 * Lighthouse, mobile preset, against a production build of our own: home, topic, problem and the dashboard of somebody who
 * has practised. Prints a table, writes reports/lighthouse.json, and exits with 1 where a score is too low.
 */

const runsOfEach = 3;
const least = { performance: 95, accessibility: 100 };

const pages = [
  { name: "home", path: "/" },
  { name: "topic", path: "/topics/quadratic-forms" },
  { name: "problem", path: "/problems/quadratic-form" },
  { name: "dashboard", path: "/dashboard", signedIn: true },
];

const isEnough = ({ performance, accessibility }) =>
  performance >= least.performance && accessibility >= least.accessibility;

const columns = {
  page: ({ name }) => name,
  performance: ({ performance }) => performance,
  accessibility: ({ accessibility }) => accessibility,
  "FCP ms": ({ firstPaint }) => firstPaint,
  "LCP ms": ({ largestPaint }) => largestPaint,
  "TBT ms": ({ blocked }) => blocked,
  CLS: ({ shift }) => shift.toFixed(3),
  kB: ({ kilobytes }) => kilobytes,
  "": (row) => (isEnough(row) ? "" : "too low"),
};

function print(rows) {
  const heads = Object.keys(columns);
  const lines = [heads, ...rows.map((row) => heads.map((head) => String(columns[head](row))))];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  for (const line of lines)
    console.log(line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  "));
}

await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  const executablePath = await ensureChromium();
  const { openStand } = await import("./test/stand.mjs");
  const { openMeasuredBrowser } = await import("./lighthouse/browser.mjs");
  const { measure } = await import("./lighthouse/measure.mjs");
  const stand = await step("Opening a Nabla of our own", openStand);
  const browser = await openMeasuredBrowser(executablePath, stand.address);
  const rows = [];
  try {
    for (const page of pages) {
      if (page.signedIn) await step("Practising as a student", browser.practise);
      rows.push(await step(`Measuring ${page.name}`, () => measure(page, stand.address, browser, runsOfEach)));
    }
  } finally {
    await browser.close();
    await stand.stop();
  }
  const folder = join(root, "reports");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "lighthouse.json"), `${JSON.stringify({ least, pages: rows }, null, 2)}\n`);
  print(rows);
  if (!rows.every(isEnough)) process.exitCode = 1;
});
process.exit();
