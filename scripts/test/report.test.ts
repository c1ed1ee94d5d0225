import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { beside, runParts } from "./report.mjs";

interface Count {
  passed: number;
  failed: number;
}

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});

afterEach(() => vi.restoreAllMocks());

const part = (run: () => Promise<Count>) => ({ title: "A part", run });
const counts = (passed: number, failed: number) => part(async () => ({ passed, failed }));
const crashes = part(async () => {
  throw new Error("out of memory");
});

const table: [name: string, parts: ReturnType<typeof part>[], line: string, code: number][] = [
  ["sums what the parts count", [counts(3, 0), counts(4, 0)], "7 passed, 0 failed", 0],
  ["fails where one check failed", [counts(3, 1), counts(4, 0)], "7 passed, 1 failed", 1],
  [
    "counts a part that broke down as one failure, and runs the others",
    [crashes, counts(4, 0)],
    "4 passed, 1 failed",
    1,
  ],
  ["counts a part that checked nothing as one failure", [counts(0, 0), counts(4, 0)], "4 passed, 1 failed", 1],
  [
    "sums what parts beside each other count",
    [beside([counts(3, 0), counts(4, 0)]), counts(5, 0)],
    "12 passed, 0 failed",
    0,
  ],
  [
    "counts each that broke down beside others as one failure",
    [beside([crashes, counts(4, 0), counts(0, 0)])],
    "4 passed, 2 failed",
    1,
  ],
  ["fails where nothing ran", [], "0 passed, 0 failed", 1],
];

it.each(table)("%s", async (_name, parts, line, code) => {
  expect(await runParts(parts)).toBe(code);
  expect(printed).toEqual([line]);
});
