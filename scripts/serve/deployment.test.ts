import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../base/paths.mjs";

const text = (path: string): string => readFileSync(join(root, path), "utf8");

const { scripts } = JSON.parse(text("package.json")) as { scripts: Record<string, string> };

/** What stands behind a word of the Dockerfile, line by line. */
const linesOf = (word: string): readonly string[] =>
  text("Dockerfile")
    .split("\n")
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.slice(word.length + 1));

it("the image is made by commands of package.json, and does what npm start does", () => {
  const commands = linesOf("RUN").filter((line) => line.startsWith("npm run "));
  expect(commands).not.toEqual([]);
  for (const command of commands) expect(Object.keys(scripts)).toContain(command.slice("npm run ".length));
  expect(linesOf("CMD").map((line) => (JSON.parse(line) as string[]).join(" "))).toEqual([scripts.start]);
});

it("the image brings a Node that Nabla runs on", () => {
  const major = Number(/^node:(\d+)/.exec(linesOf("FROM")[0] ?? "")?.[1]);
  expect(major).toBeGreaterThanOrEqual(20);
});

/** Set by ourselves or by the framework, and by nobody who runs Nabla. */
const internal = new Set([
  "AUTH_TRUST_HOST",
  "NEXT_PHASE",
  "NEXT_RUNTIME",
  "NEXT_TELEMETRY_DISABLED",
  "NODE_ENV",
  "NODE_OPTIONS",
  "NEXTAUTH_SECRET",
  "WORKER_FILES",
]);

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /[.](ts|tsx|mjs)$/.test(path) && !/[.]test[.]|generated|testing/.test(path))
    .map((path) => join(folder, path));
}

/** The settings that the server reads, out of its sources. */
function settingsRead(): readonly string[] {
  const files = ["app", "lib", "scripts/serve"].flatMap(sourcesUnder);
  const reads =
    /\benv\.([A-Z][A-Z_]+)|[sS]etting\(\s*"([A-Z_]+)"|\bname: "([A-Z]+_SECRET)"|\{ ([A-Z_]+): url, ([A-Z_]+): ownerUrl/g;
  const found = [...files, "proxy.ts", "instrumentation.ts"].flatMap((file) => [...text(file).matchAll(reads)]);
  const names = found.flatMap(([, ...names]) => names).filter((name) => name !== undefined && !internal.has(name));
  return [...new Set(names as string[])].sort();
}

it("the settings that compose gives are read by the server", () => {
  const { services } = parse(text("compose.yaml")) as { services: { nabla: { environment: Record<string, string> } } };
  const given = Object.keys(services.nabla.environment);
  expect(given).toContain("DATABASE_URL");
  expect(given.filter((name) => !settingsRead().includes(name))).toEqual([]);
});

it("every setting that the server reads stands in docs/operations.md, and no other", () => {
  const table = text("docs/operations.md").split("## Settings")[1]?.split("\n## ")[0] ?? "";
  const told = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name as string).sort();
  expect(told).toEqual(settingsRead());
});

it("every metric that stands in docs/operations.md is counted", () => {
  const counted = text("lib/observe/metrics.ts") + text("lib/jobs/start.ts");
  const told = [...text("docs/operations.md").matchAll(/\bnabla_(?!app\b)[a-z_]+[a-z]/g)].map(([name]) =>
    name.replace(/_(bucket|sum|count)$/, ""),
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((name) => !counted.includes(`"${name}"`))).toEqual([]);
});
