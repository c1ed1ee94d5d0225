import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditWhole, coverageMarkdown } from "../../lib/audit";
import { describeBankError, inspectBank } from "../../lib/problems";
import { bankFiles } from "./files";

const inspection = inspectBank(bankFiles());

describe("the bank as a whole", () => {
  it("can be read", () => {
    expect(inspection.errors.map(describeBankError)).toEqual([]);
  });

  it("has enough problems of every kind, for every skill and every section of the sources", () => {
    expect(auditWhole(inspection).map(describeBankError)).toEqual([]);
  });

  it("has its coverage written down: npm run coverage", () => {
    expect(readFileSync("docs/coverage.md", "utf8")).toBe(coverageMarkdown(inspection.bank));
  });
});
