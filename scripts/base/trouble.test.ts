import { expect, it } from "vitest";
import { causeOf, troubleWith } from "./trouble.mjs";

const outputs: [output: string, words: RegExp][] = [
  ["npm error code ENOSPC", /disk is full/],
  ["initdb: error: could not write: No space left on device", /disk is full/],
  ["Error: EACCES: permission denied, mkdir '/srv/nabla/.data'", /no permission/],
  ["EROFS: read-only file system, open 'x'", /read-only/],
  ["request to https://example.org failed, reason: getaddrinfo ENOTFOUND", /network/],
];

it.each(outputs)("finds the cause in %s", (output, words) => {
  expect(causeOf(output)).toMatch(words);
});

it("makes one sentence of a file that cannot be written", () => {
  const error = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "/srv/.data" });
  expect(troubleWith("The data cannot be kept", error).message).toBe(
    "The data cannot be kept (/srv/.data): this user has no permission to write there.",
  );
});

it("ends with the tool's last line where the cause is unknown", () => {
  expect(troubleWith("It failed", "one\ntwo.\n").message).toBe("It failed: two.");
});
