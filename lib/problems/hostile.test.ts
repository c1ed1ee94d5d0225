import { describe, expect, it } from "vitest";
import { describeBankError } from "./bank";
import { readPack } from "./pack";
import { hostileYaml } from "./testing/hostile";
import { readYaml } from "./yaml";

const path = "gradient/problems.yaml";

describe("a hostile pack", () => {
  it.each(hostileYaml)(
    "is refused with the place, and no exception: %s",
    (_, text) => {
      const { rows, errors } = readPack([{ path, text }]);
      expect(rows.every(({ problem }) => problem === null)).toBe(true);
      const all = [...errors, ...rows.flatMap((row) => row.errors)];
      if (rows.length > 0 || errors.length > 0) expect(all.length).toBeGreaterThan(0);
      const lines = text.split(/\r\n?|\n/).length;
      for (const error of all) {
        expect(error.path).toBe(path);
        if (error.line !== undefined) expect(error.line).toBeLessThanOrEqual(lines + 1);
        expect(describeBankError(error).length).toBeLessThan(2_000);
      }
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    },
    60_000,
  );

  it.each(hostileYaml.filter(([, { length }]) => length < 100_000))(
    "is no more when read than it was: %s",
    (_, text) => {
      const read = readYaml(text);
      if (read.ok) expect(JSON.stringify(read.value.value ?? null).length).toBeLessThan(1_000 + 10 * text.length);
      else expect(read.error.line).toBeGreaterThan(0);
    },
    60_000,
  );
});
