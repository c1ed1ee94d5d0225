import { afterEach, beforeEach, expect, it } from "vitest";
import { inRequest } from "@/lib/observe";
import { GET } from "./route";

const statusFor = async (authorization?: string, isLocal = false): Promise<number> => {
  const request = new Request("http://localhost/api/metrics", { headers: authorization ? { authorization } : {} });
  return (await inRequest({ id: "one", isLocal }, () => GET(request))).status;
};

beforeEach(() => {
  process.env.METRICS_TOKEN = "a token of the tests";
});
afterEach(() => {
  delete process.env.METRICS_TOKEN;
});

it("is there for whoever holds the token, and for this machine itself", async () => {
  expect(await statusFor("Bearer a token of the tests")).toBe(200);
  expect(await statusFor(undefined, true)).toBe(200);
});

it.each([undefined, "Bearer another", "a token of the tests", "Bearer "])("does not exist for %s", async (given) => {
  expect(await statusFor(given)).toBe(404);
});

it("takes no token where none is set", async () => {
  delete process.env.METRICS_TOKEN;
  expect(await statusFor("Bearer ")).toBe(404);
  expect(await statusFor("Bearer undefined")).toBe(404);
});
