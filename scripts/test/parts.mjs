import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../base/command.mjs";
import { modulePath, root } from "../base/paths.mjs";
import { bundleWorkers } from "../build/bundle.mjs";
import { buildForProduction } from "../build/production.mjs";
import { ensureChromium } from "./chromium.mjs";

const reports = join(root, "reports");

/** A command that is right or wrong as a whole counts as one check. */
const whole = (title, args) => ({
  title,
  run: async () => {
    const { status, output } = await runNode(args);
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
  },
});

export const types = whole("Types", [modulePath("typescript", "bin", "tsc"), "--noEmit"]);
export const lint = whole("Formatting and lint", [
  modulePath("@biomejs", "biome", "bin", "biome"),
  "check",
  "--error-on-warnings",
  ".",
]);
export const rooms = whole("Import rules", ["scripts/rooms.mjs"]);

export const build = {
  title: "Production build",
  run: async () => {
    await buildForProduction();
    return { passed: 1, failed: 0 };
  },
};

/**
 * Runs a test runner that writes its report as JSON, and counts out of that. A runner that fails without a failed test
 * (a file that does not load, a crash) counts as one failure.
 */
function counted(title, name, args, count, prepare = async () => ({})) {
  const file = join(reports, `${name}.json`);
  return {
    title,
    run: async () => {
      const extra = await prepare();
      mkdirSync(reports, { recursive: true });
      rmSync(file, { force: true });
      const env = { ...process.env, NODE_ENV: "test", NO_COLOR: "1", PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...extra };
      const { status, output } = await runNode(args(file), { env });
      const { passed, failed } = readCount(file, count);
      return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, output };
    },
  };
}

function readCount(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const vitest = (project) => (file) => [
  modulePath("vitest", "vitest.mjs"),
  "run",
  `--project=${project}`,
  "--reporter=dot",
  "--reporter=json",
  `--outputFile.json=${file}`,
];

const vitestCount = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests });

export const unitTests = counted("Unit and property tests", "unit", vitest("unit"), vitestCount);
export const integrationTests = counted("Integration tests", "integration", vitest("integration"), vitestCount);

export const playwrightProgram = modulePath("@playwright", "test", "cli.js");

/** The journeys' fixtures enter by the server's door, which stands open under this condition. */
export const journeyEnvironment = { NODE_OPTIONS: "--conditions=react-server" };

/** What grades in the tests themselves finds its threads here. */
export const workerEnvironment = async () => ({ WORKER_FILES: await bundleWorkers() });

const playwright = () => [playwrightProgram, "test", "--reporter=line,json"];
const playwrightCount = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky });

export const journeys = counted("Journeys in a browser", "journeys", playwright, playwrightCount, async () => ({
  ...journeyEnvironment,
  ...(await workerEnvironment()),
  CHROMIUM: await ensureChromium(),
}));
