import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gradeRecord } from "./record";
import { readClaims } from "./testing/corpus";

const claims = readClaims(readFileSync(new URL("./corpus/seed-claims.jsonl", import.meta.url), "utf8"));

describe("formulas from the literature", () => {
  it.each(claims)("$id gets its true verdict", ({ status, expect: flags, ...record }) => {
    const { verdict } = gradeRecord(record, "claims");
    expect(verdict).toMatchObject(status && status !== "graded" ? { status } : { status: "graded", ...flags });
  });
});
