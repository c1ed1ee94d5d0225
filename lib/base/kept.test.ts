import { expect, it } from "vitest";
import { Kept, keeping } from "./kept";

it("keeps what was made, and forgets the oldest where there are too many", () => {
  const kept = new Kept<number>(2);
  kept.keep("a", 1);
  kept.keep("b", 2);
  kept.keep("c", 3);
  expect(["a", "b", "c"].map((name) => kept.get(name))).toEqual([undefined, 2, 3]);
});

it("makes nothing twice while it is kept", () => {
  const made: string[] = [];
  const keep = keeping<string>(1);
  const ask = (name: string) =>
    keep(name, () => {
      made.push(name);
      return name.toUpperCase();
    });
  expect(["a", "a", "b", "a"].map(ask)).toEqual(["A", "A", "B", "A"]);
  expect(made).toEqual(["a", "b", "a"]);
});
