import fc from "fast-check";
import { expect, it } from "vitest";
import { waitForPage } from "./wait-for-page";

it("asks for the page at once while the server is quick", () => {
  expect(waitForPage(1_900, 0.7)).toBe(0);
});

it("spreads what a class asks for over a quarter of a minute while the server is slow", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 2_000, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (took, chance) => {
        const wait = waitForPage(took, chance);
        return wait >= 2_000 && wait <= 15_000;
      },
    ),
  );
  expect(waitForPage(2_500, 0.1)).toBeLessThan(waitForPage(2_500, 0.9));
});
