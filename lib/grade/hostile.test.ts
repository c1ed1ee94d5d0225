import { describe, expect, it } from "vitest";
import { limits, parse } from "../expr";
import { vocabulary } from "../expr/testing/trees";
import { gradeRecord } from "./record";
import { hostileExpressions, hostileProblem, hostileRecords } from "./testing/hostile";

const statuses = ["graded", "invalid", "undecided", "bad-problem"];

/** What any verdict may be at most, in characters of JSON: it is stored with the answer. */
const largestVerdict = 60_000;

/** A verdict, with a place in the text where the text is at fault. */
function expectVerdict(record: unknown, text = ""): void {
  const { verdict } = gradeRecord(record, "a secret of the tests");
  expect(statuses).toContain(verdict.status);
  expect(JSON.stringify(verdict).length).toBeLessThan(largestVerdict);
  if (verdict.status !== "invalid") return;
  expectPlace(verdict.error, text);
}

function expectPlace({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
  expect(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`).toBe(true);
}

describe("a hostile expression", () => {
  const patience = 60_000;

  it.each(hostileExpressions)(
    "is read in bounded steps or refused with its place: %s",
    (_, text) => {
      for (const syntax of ["text", "latex"] as const) {
        const read = parse(text, syntax, vocabulary);
        if (read.ok) expect(text.length).toBeLessThanOrEqual(limits.length);
        else expectPlace(read.error, text);
      }
    },
    patience,
  );

  it.each(hostileExpressions)(
    "gets a verdict, and no exception: %s",
    (_, text) => {
      for (const syntax of ["text", "latex"]) expectVerdict({ problem: hostileProblem, answer: text, syntax }, text);
    },
    patience,
  );

  it("changes nothing that every object has", () => {
    for (const [, text] of hostileExpressions.filter(([tries]) => tries.includes("every object"))) {
      expectVerdict({ problem: hostileProblem, answer: text }, text);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).shape).toBeUndefined();
  });
});

describe("a hostile record", () => {
  it.each(hostileRecords)(
    "gets a verdict, and no exception: %s",
    (_, record) => {
      expectVerdict(record, "constructor");
      expect(({} as Record<string, unknown>).problem).toBeUndefined();
    },
    60_000,
  );
});
