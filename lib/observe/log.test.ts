import { describe, expect, it } from "vitest";
import { plainError } from "./log";

const told = (error: unknown): string => JSON.stringify(plainError(error));

describe("what the log keeps of an error", () => {
  it.each([
    ["Unexpected token 'g', \"geheim@secret\" is not valid JSON", "a parser that quotes its input"],
    ['invalid input syntax for type uuid: "geheim"', "PostgreSQL that quotes a value"],
    ["Key (email)=(geheim@secret.example) already exists.", "PostgreSQL that names a row"],
    ["Failed for 'geheim'", "a library with other quotes"],
    ['cut off within "geheim', "a quotation that does not end"],
  ])("is nothing of %s", (message) => {
    expect(told(new Error(message))).not.toMatch(/geheim|secret/);
  });

  it("is of Prisma what was wrong, and nothing of the call", () => {
    const error = new Error(
      'Invalid `create()` invocation:\n{ data: { text: "geheim" } }\n\nArgument `id` is missing.',
    );
    error.name = "PrismaClientValidationError";
    expect(plainError(error)).toMatchObject({ type: error.name, message: "Argument `id` is missing." });
    expect(told(error)).not.toContain("geheim");
  });

  it("is its kind, its code and where it came from, and the same of what is behind it", () => {
    const cause = Object.assign(new Error("behind"), { code: "53100" });
    const error = new TypeError("in front", { cause });
    expect(plainError(error)).toMatchObject({
      type: "TypeError",
      message: "in front",
      cause: { code: "53100", message: "behind" },
    });
    expect(told(error)).toContain("log.test.ts");
  });

  it("is of what is no error only the type", () => {
    expect(plainError("geheim")).toEqual({ type: "string" });
  });
});
