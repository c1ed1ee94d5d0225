import { expect, it } from "vitest";
import { faultOf } from "./fault";

const coded = (code: string, message = "wrapped") => Object.assign(new Error(message), { code });
const byPrisma = (originalCode: string) =>
  Object.assign(coded("P2010"), { meta: { driverAdapterError: { cause: { kind: "postgres", originalCode } } } });

it.each([
  [coded("ECONNREFUSED"), "database-away"],
  [coded("57P01"), "database-away"],
  [new Error("Connection terminated unexpectedly"), "database-away"],
  [new Error("outside", { cause: coded("08006") }), "database-away"],
  [Object.assign(new AggregateError([coded("ECONNREFUSED")])), "database-away"],
  [byPrisma("57P03"), "database-away"],
  [byPrisma("53100"), "disk-full"],
  [coded("42501", "could not write: Read-only file system"), "disk-full"],
  [coded("23505"), "defect"],
  [new Error("a mistake"), "defect"],
  ["a text", "defect"],
  [undefined, "defect"],
] as const)("%s is %s", (error, fault) => {
  expect(faultOf(error)).toBe(fault);
});

it("gets to an end where an error is its own cause", () => {
  const error = new Error("around");
  error.cause = error;
  expect(faultOf(error)).toBe("defect");
});
