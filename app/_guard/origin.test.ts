import { describe, expect, it } from "vitest";
import { isForeign } from "./origin";

const ours = "http://nabla.example:3000";

function foreign(line: string): boolean {
  const [method = "", path = "", ...pairs] = line.trim().split(/\s+/);
  const headers = new Headers(pairs.map((pair) => pair.split("=") as [string, string]));
  if (!headers.has("host")) headers.set("host", "nabla.example:3000");
  return isForeign({ method, path, headers });
}

describe("a request that would change something", () => {
  it.each([
    `POST   /            origin=${ours}`,
    `POST   /api/drafts  origin=${ours} sec-fetch-site=same-origin`,
    `POST   /sign-in     origin=${ours} sec-fetch-site=none`,
    "POST   /sign-in     origin=https://nabla.example host=10.0.0.1:3000 x-forwarded-host=nabla.example",
    "POST   /sign-in     origin=https://nabla.example host=10.0.0.1:3000 x-forwarded-host=nabla.example,10.0.0.2",
  ])("is ours: %s", (line) => expect(foreign(line)).toBe(false));

  it.each([
    "POST   /",
    "POST   /            origin=null",
    "POST   /            origin=nonsense",
    "POST   /            origin=https://elsewhere.example",
    "POST   /            origin=http://nabla.example:3001",
    "POST   /            origin=http://nabla.example",
    "POST   /            origin=http://sub.nabla.example:3000",
    "POST   /            origin=http://nabla.example:3000.elsewhere.example",
    "POST   /api/drafts",
    "POST   /api/auth/callback/credentials  origin=https://elsewhere.example",
    "PUT    /            origin=https://elsewhere.example",
    "DELETE /api/drafts  origin=https://elsewhere.example",
    "BREW   /",
    `POST   /            origin=${ours} sec-fetch-site=same-site`,
    `POST   /            origin=${ours} sec-fetch-site=cross-site`,
    "POST   /api/v1evil  origin=https://elsewhere.example",
    "POST   /            origin=https://nabla.example host= x-forwarded-host=",
  ])("is foreign: %s", (line) => expect(foreign(line)).toBe(true));
});

describe("other requests", () => {
  it.each([
    "GET    /            origin=https://elsewhere.example sec-fetch-site=cross-site",
    "HEAD   /",
    "POST   /api/v1/grade",
    "POST   /api/v1/grade  origin=https://elsewhere.example",
  ])("may come from anywhere: %s", (line) => expect(foreign(line)).toBe(false));
});
