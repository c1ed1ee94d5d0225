import { describe, expect, it } from "vitest";
import { resizedBy, resizeIntent } from "./grid-size";

describe("a grid that comes back in another size", () => {
  it("has all entries of that size, with what was typed of them", () => {
    const typed = { "entry.0.0": "8", "entry.0.1": "3" };
    expect(resizedBy(resizeIntent({ rows: 2, columns: 1 }), typed)).toEqual({ "entry.0.0": "8", "entry.1.0": "" });
  });

  it.each(["", "more-lines", "resize 9 1", "resize 2", "resize 0 1"])("is not asked for by %j", (intent) => {
    expect(resizedBy(intent, {})).toBeUndefined();
  });
});
