import { describe, expect, it } from "vitest";
import { hashPassword, matchesPassword } from "./passwords";

describe("a password", () => {
  it("matches its own hash alone", async () => {
    const stored = await hashPassword("correct horse battery");
    expect(await matchesPassword("correct horse battery", stored)).toBe(true);
    expect(await matchesPassword("correct horse batter", stored)).toBe(false);
  });

  it("is salted: the same one is stored differently each time", async () => {
    expect(await hashPassword("correct horse battery")).not.toBe(await hashPassword("correct horse battery"));
  });

  it("matches nothing where nothing is stored, not even what stands in for it", async () => {
    expect(await matchesPassword("nobody has this password", null)).toBe(false);
  });
});
