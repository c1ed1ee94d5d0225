import { describe, expect, it } from "vitest";
import { examples } from "./examples";
import { emptyInput, playgroundAddress, readPlaygroundQuery } from "./query";

const asked = (address: string) => {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URL(address, "http://nabla").searchParams)
    query[name] = [...(query[name] ?? []), value];
  return readPlaygroundQuery(query);
};

describe("the address of the playground", () => {
  it.each(examples)("of the example $title asks what the example asks", ({ input }) => {
    expect(asked(playgroundAddress(input))).toEqual(input);
  });

  it("takes all variables from one field, as a form without scripts sends them", () => {
    expect(readPlaygroundQuery({ f: "x'*A*x", v: "x: n\r\nA: n x n" }).variables).toBe("x: n\nA: n x n");
    expect(readPlaygroundQuery({ f: "x'*A*x", v: ["x:n", "A:n,n,symmetric"] }).variables).toBe("x:n\nA:n,n,symmetric");
  });

  it("leaves out what is empty", () => {
    expect(playgroundAddress(emptyInput)).toBe("/playground");
    expect(playgroundAddress({ ...emptyInput, function: "t^2", variables: "t\n\n", syntax: "latex" })).toBe(
      "/playground?f=t%5E2&v=t",
    );
  });

  it.each([{}, { syntax: "html", f: ["a", "b"] }, { v: [""] }])("%j is something to start from", (query) => {
    expect(readPlaygroundQuery(query).syntax).toBe("text");
  });
});
