import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guestToken, newGuestId, readGuestToken } from "./guest";

describe("a guest's cookie", () => {
  it("names the guest that it was made for", () => {
    const id = newGuestId();
    expect(readGuestToken(guestToken(id, "secret"), "secret")).toBe(id);
  });

  it("is worth nothing under another secret, or for another guest", () => {
    const [mine, other] = [newGuestId(), newGuestId()];
    expect(readGuestToken(guestToken(mine, "another"), "secret")).toBeNull();
    expect(readGuestToken(guestToken(mine, "secret").replace(mine, other), "secret")).toBeNull();
  });

  it("is never read out of what somebody made up", () => {
    fc.assert(fc.property(fc.string(), (made) => readGuestToken(made, "secret") === null));
    for (const made of ["", ".", `${newGuestId()}.`, newGuestId()]) expect(readGuestToken(made, "secret")).toBeNull();
  });
});
