import { expect, it } from "vitest";
import type { Vocabulary } from "../names";
import * as fetched from "./fetched";
import * as here from "./here";

const vocabulary: Vocabulary = {
  variables: new Map([["A", []]]),
  dimensions: new Set(),
  indices: new Set(),
  functions: new Set(),
};

it("LaTeX is read in a browser as it is read elsewhere, once its reader has been fetched", async () => {
  const read = (reader: typeof here) => reader.tokenizeLatex("\\frac{1}{2} A^\\top", vocabulary);
  expect(() => read(fetched)).toThrow("has not been fetched");
  await fetched.fetchLatex();
  expect(read(fetched)).toEqual(read(here));
});
