import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modulePath, root } from "../base/paths.mjs";
import { checkRooms } from "./check.mjs";
import { folderOf, pureRooms, table, tableAsMarkdown } from "./table.mjs";

const rooms = table.flatMap((row) => row.rooms);

describe("the table of rooms", () => {
  it("is the one that ARCHITECTURE.md shows", () => {
    expect(readFileSync(join(root, "ARCHITECTURE.md"), "utf8")).toContain(tableAsMarkdown());
  });

  it("names the same pure rooms as the linter's settings", () => {
    const biome = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as {
      overrides: { includes: string[]; plugins?: string[] }[];
    };
    const pure = biome.overrides.find((override) => override.plugins);
    expect(pure?.includes[0]).toBe(`lib/{${pureRooms.join(",")}}/**`);
  });
});

/** Writes a tree of source files into a folder of its own. */
function plant(files: Record<string, string>): string {
  const tree = mkdtempSync(join(tmpdir(), "nabla-rooms-"));
  symlinkSync(modulePath(), join(tree, "node_modules"));
  const doors = rooms.map((room) => [
    `${folderOf(room)}/index.ts`,
    "export const door = 1; export type Door = number;\n",
  ]);
  const all: Record<string, string> = { ...Object.fromEntries(doors), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

const planted: [file: string, source: string, rule: string][] = [
  ["lib/base/up.ts", 'import { door } from "../matrix";', "base-imports"],
  ["lib/matrix/side.ts", 'import { door } from "../expr";', "matrix-imports"],
  ["lib/expr/up.ts", 'import type { Door } from "../shape";', "expr-imports"],
  ["lib/shape/up.ts", 'import { door } from "@/lib/grade";', "shape-imports"],
  ["lib/evaluate/up.ts", 'import { door } from "../diff";', "evaluate-imports"],
  ["lib/diff/up.ts", 'export * from "../grade";', "diff-imports"],
  ["lib/grade/up.ts", 'const later = () => import("../feedback");', "grade-imports"],
  ["lib/feedback/side.ts", 'import { door } from "../problems";', "feedback-imports"],
  ["lib/figures/side.ts", 'import { door } from "../grade";', "figures-imports"],
  ["lib/reference/side.ts", 'import { door } from "../grade";', "reference-imports"],
  ["lib/problems/up.ts", 'import { door } from "../store";', "problems-imports"],
  ["lib/progress/side.ts", 'import { door } from "../grade";', "progress-imports"],
  ["lib/assess/side.ts", 'import { door } from "../progress";', "assess-imports"],
  ["lib/tex/side.ts", 'import { door } from "../grade";', "tex-imports"],
  ["lib/observe/up.ts", 'import { door } from "../store";', "observe-imports"],
  ["lib/store/up.ts", 'import { door } from "../services";', "store-imports"],
  ["lib/pool/side.ts", 'import { door } from "../grade";', "pool-imports"],
  ["lib/auth/up.ts", 'import { door } from "../services";', "auth-imports"],
  ["lib/services/up.ts", 'import { door } from "../jobs";', "services-imports"],
  ["lib/jobs/down.ts", 'import { door } from "../grade";', "jobs-imports"],
  ["app/key.ts", 'import type { Door } from "@/lib/grade";', "app-imports"],
  ["proxy.ts", 'import { door } from "@/lib/grade";', "app-imports"],
  ["app/bank.ts", 'import { door } from "../lib/problems/index";', "app-imports"],
  ["lib/feedback/value.ts", 'import { door } from "../grade";', "feedback-imports-types-only"],
  ["e2e/inner.ts", 'import { door } from "../lib/grade";', "e2e-imports"],
  ["prisma/inner.ts", 'import { door } from "../lib/grade";', "prisma-imports"],
  ["lib/audit/up.ts", 'import { door } from "../services";', "audit-imports"],
  ["lib/grade/window.ts", 'import { door } from "../expr/tree";', "lib-rooms-enter-by-the-door"],
  ["app/window.ts", 'import { door } from "@/lib/services/tree";', "others-enter-by-the-door"],
  ["lib/grade/package.ts", 'import pino from "pino";', "pure-rooms-import-no-package"],
  ["lib/grade/type.ts", 'import type { Logger } from "pino";', "pure-rooms-import-no-package"],
  ["lib/grade/node.ts", 'import { readFileSync } from "node:fs";', "pure-rooms-import-no-node"],
  ["lib/services/own-log.ts", 'import pino from "pino";', "only-observe-imports-its-packages"],
  ["lib/services/sql.ts", 'import pg from "pg";', "only-store-imports-its-packages"],
  ["lib/services/threads.ts", 'import { Piscina } from "piscina";', "only-pool-imports-its-packages"],
  ["app/katex.ts", 'import katex from "katex";', "only-tex-imports-its-packages"],
  ["app/tool.ts", 'import { root } from "../scripts/tool";', "no-scripts-in-the-product"],
  ["lib/expr/lost.ts", 'import { door } from "./nowhere";', "everything-resolves"],
];

const innocent: Record<string, string> = {
  "lib/expr/tree.ts": "export const door = 1;",
  "lib/services/tree.ts": "export const door = 1;",
  "scripts/tool.ts": "export const root = 1;",
  "lib/grade/own.ts": 'import { door } from "../expr"; import { z } from "zod"; import { path } from "./path";',
  "lib/grade/path.ts": "export const path = 1;",
  "lib/grade/own.test.ts":
    'import { readFileSync } from "node:fs"; import { it } from "vitest"; import { path } from "./path";',
  "lib/feedback/types.ts": 'import type { Door } from "../grade";',
  "app/page.tsx": 'import { door } from "@/lib/services";',
  "lib/diff/one.ts": 'import { two } from "./two"; export const one = 1;',
  "lib/diff/two.ts": 'import { one } from "./one"; export const two = 2;',
};

describe("the import rules", () => {
  let tree = "";
  let violations: { rule: string; from: string; to: string }[] = [];

  beforeAll(async () => {
    tree = plant({ ...innocent, ...Object.fromEntries(planted.map(([file, source]) => [file, source])) });
    violations = (await checkRooms(tree, modulePath())).violations;
  }, 30_000);

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(planted)("%s with %s breaks %s", (file, _source, rule) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule);
  });

  it("sees a ring of two files", () => {
    expect(violations.filter(({ rule }) => rule === "no-rings").map(({ from }) => from)).toContain("lib/diff/one.ts");
  });

  it.each(["lib/grade/own.ts", "lib/grade/own.test.ts", "lib/feedback/types.ts", "app/page.tsx"])(
    "lets %s import what its row allows",
    (file) => {
      expect(violations.filter(({ from }) => from === file)).toEqual([]);
    },
  );

  it("has a planted violation for every room", () => {
    const broken = new Set(planted.map(([, , rule]) => rule));
    expect(rooms.filter((room) => !broken.has(`${room}-imports`))).toEqual([]);
  });
});
