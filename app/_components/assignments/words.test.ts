import { expect, it } from "vitest";
import { pointsInWords, scoreInWords, timeLeft } from "./words";

it.each([
  [3 * 86_400, "3 days"],
  [47 * 3_600, "47 hours"],
  [90 * 60, "90 minutes"],
  [60, "1 minute"],
  [10, "0 minutes"],
  [-5, "0 minutes"],
])("says how long %d seconds are: %s", (seconds, words) => {
  expect(timeLeft(new Date(seconds * 1000), new Date(0))).toBe(words);
});

it("says points without needless digits, and not what is held back", () => {
  expect([2, 1.5, 2 / 3].map(pointsInWords)).toEqual(["2", "1.5", "0.67"]);
  expect(scoreInWords({ points: 1, of: 4 })).toBe("1 of 4 points");
  expect(scoreInWords({ points: null, of: 1 })).toBe("1 point, not shown yet");
});
