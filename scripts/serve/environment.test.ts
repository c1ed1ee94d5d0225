import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serverEnvironment } from "./environment.mjs";
import { secretsOf } from "./secrets.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nabla-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const long = "a secret that is long enough to be one";
const given = { AUTH_SECRET: long, NABLA_SECRET: `${long} too` };
const made = (env: Record<string, string> = {}) => secretsOf({ env, mustBeGiven: false, folder });
const forReal = (env: Record<string, string>) => secretsOf({ env, mustBeGiven: true, folder });

describe("secrets", () => {
  it("are those of the environment, where it has them", () => {
    expect(made(given)).toEqual(given);
    expect(forReal(given)).toEqual(given);
  });

  it("are otherwise made up once, long, each another, and readable by this user alone", () => {
    const first = made();
    expect(made()).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(2);
    expect(Object.values(first).every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
    expect(statSync(join(folder, "nabla-secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "nabla-secret"), "utf8")).toBe(first.NABLA_SECRET);
  });

  it("are asked for by name where the work is for real, and none is made up", () => {
    const { AUTH_SECRET, NABLA_SECRET } = given;
    expect(() => forReal({ NABLA_SECRET })).toThrow(/^AUTH_SECRET is not set\./);
    expect(() => forReal({ AUTH_SECRET })).toThrow(/^NABLA_SECRET is not set\./);
    expect(() => forReal({ AUTH_SECRET: "", NABLA_SECRET })).toThrow(/^AUTH_SECRET is not set\./);
    expect(existsSync(join(folder, "nabla-secret"))).toBe(false);
  });

  it("are refused where they are too short to be secret", () => {
    expect(() => made({ ...given, AUTH_SECRET: "changeme" })).toThrow("AUTH_SECRET is too short: it has 8 characters");
    expect(() => forReal({ ...given, NABLA_SECRET: "x".repeat(31) })).toThrow(/^NABLA_SECRET is too short/);
  });

  it("go by an older name too", () => {
    expect(made({ NEXTAUTH_SECRET: long, NABLA_SECRET: given.NABLA_SECRET }).AUTH_SECRET).toBe(long);
  });
});

describe("the environment of the server", () => {
  const own = { port: 3000, url: "postgres://db.example/nabla", embedded: false };

  it("lacks no secret in production beside a database of one's own", () => {
    expect(() => serverEnvironment({ ...own, env: {} })).toThrow(/^AUTH_SECRET is not set\./);
    expect(serverEnvironment({ ...own, env: given })).toMatchObject({ ...given, DEMO: "0", PORT: "3000" });
  });

  it("says where demonstration accounts are", () => {
    expect(serverEnvironment({ ...own, env: { ...given, DEMO: "1" } }).DEMO).toBe("1");
    expect(serverEnvironment({ ...own, embedded: true, env: given }).DEMO).toBe("1");
    expect(serverEnvironment({ ...own, embedded: true, env: { ...given, DEMO: "0" } }).DEMO).toBe("0");
  });

  it("does not say where the owner of the tables connects", () => {
    const env = { ...given, MIGRATION_DATABASE_URL: "postgres://owner:key@db.example/nabla" };
    expect(JSON.stringify(serverEnvironment({ ...own, env }))).not.toContain("owner");
  });
});
