import { describe, expect, it } from "vitest";
import { claimVisitors, forgetOwner, newest, readKept, slotOf, type Version, writeKept } from "./kept";

const version = (answer: string, at: number): Version => ({ typed: { answer }, writing: "text", at });

/** A browser's storage. */
function storage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, text) => void items.set(key, text),
  };
}

describe("of several versions", () => {
  it("the newest stands in the field, and the way back leads to the one before", () => {
    expect(newest(version("a", 1), version("b", 2))).toEqual({ ...version("b", 2), other: version("a", 1) });
    expect(newest(version("a", 3), version("b", 2))).toEqual({ ...version("a", 3), other: version("b", 2) });
    expect(newest(version("a", 1), version("b", 2), version("c", 3)).other).toEqual(version("b", 2));
  });

  it("one that says the same, or nothing, is no way back", () => {
    expect(newest(version("a", 1), version("a", 2))).toEqual(version("a", 2));
    expect(newest(version("", 1), version("a", 2))).toEqual(version("a", 2));
    expect(newest({ ...version("", 1), typed: {} }, undefined)).toEqual({ ...version("", 1), typed: {} });
  });

  it("the way back that there was stays where there is no newer one", () => {
    expect(newest(version("", 0), { ...version("b", 2), other: version("a", 1) }).other).toEqual(version("a", 1));
  });

  it("an emptied field is newer than what stood in it, and leads back to it", () => {
    expect(newest(version("a", 1), version("", 2))).toEqual({ ...version("", 2), other: version("a", 1) });
  });
});

describe("a browser", () => {
  const [mine, theirs] = [slotOf("one", "p", ""), slotOf("other", "p", "")];

  it("keeps each person's answers apart", () => {
    const browser = storage();
    writeKept(browser, mine, version("a", 1));
    expect(readKept(browser, mine)).toEqual(version("a", 1));
    expect(readKept(browser, theirs)).toBeUndefined();
  });

  it("forgets what a person typed, and nobody else's work", () => {
    const browser = storage();
    for (const slot of [mine, theirs, slotOf("one", "q", "ab")]) writeKept(browser, slot, version("a", 1));
    forgetOwner(browser, "one");
    expect(browser.length).toBe(1);
    expect(readKept(browser, theirs)).toEqual(version("a", 1));
  });

  it("gives a visitor's answers to whoever signs in, next to their own", () => {
    const browser = storage();
    writeKept(browser, slotOf("visitor", "p", ""), version("new", 2));
    writeKept(browser, mine, version("old", 1));
    claimVisitors(browser, "one");
    expect(readKept(browser, mine)).toEqual({ ...version("new", 2), other: version("old", 1) });
    expect(browser.length).toBe(1);
  });

  it.each(["{", "null", "[]", '{"typed":{"answer":1},"writing":"text","at":1}', '{"typed":{},"at":1}'])(
    "reads nothing out of %s",
    (text) => {
      const browser = storage();
      browser.setItem(mine, text);
      expect(readKept(browser, mine)).toBeUndefined();
    },
  );

  it("that keeps nothing is no reason to fail", () => {
    expect(readKept(undefined, mine)).toBeUndefined();
    writeKept(undefined, mine, version("a", 1));
    claimVisitors(undefined, "one");
    forgetOwner(undefined, "one");
  });
});
