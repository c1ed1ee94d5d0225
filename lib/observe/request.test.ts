import { expect, it } from "vitest";
import { currentRequest, inRequest, requestIdFrom } from "./request";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

it.each(["0198f0e2-7c1d-7000-8000-aabbccddeeff", "0198f0e27c1d70008000aabbccddeeff", "ABCDEF0123456789"])(
  "keeps the id %s of a proxy",
  (given) => {
    expect(requestIdFrom(given)).toBe(given);
  },
);

it.each([
  undefined,
  "",
  "short",
  "ada@example.com",
  "x".repeat(32),
  "a".repeat(65),
  '0123456789abcdef"\n',
  ["0123456789abcdef"],
])("makes a new one instead of %j", (given) => {
  expect(requestIdFrom(given)).toMatch(uuid);
});

it("is known to all that a request does, and to nothing else", async () => {
  const note = { id: "one", isLocal: false };
  const seen = await inRequest(note, async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return currentRequest();
  });
  expect(seen).toBe(note);
  expect(currentRequest()).toBeUndefined();
});
