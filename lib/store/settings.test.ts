import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkSettings, setting } from "./settings";

const before = { ...process.env };
const long = "a secret that is long enough to be one";

beforeEach(() => {
  Object.assign(process.env, { DATABASE_URL: "postgres://db.example", AUTH_SECRET: long, NABLA_SECRET: long });
});
afterEach(() => {
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "NABLA_SECRET"]) delete process.env[name];
  Object.assign(process.env, before);
});

describe("a server", () => {
  it("starts with what it needs", () => {
    expect(checkSettings).not.toThrow();
    expect(setting("AUTH_SECRET")).toBe(long);
  });

  it.each(["DATABASE_URL", "AUTH_SECRET", "NABLA_SECRET"])("does not start without %s", (name) => {
    delete process.env[name];
    expect(checkSettings).toThrow(`${name} is not set`);
  });

  it.each(["AUTH_SECRET", "NABLA_SECRET"])("does not start with a short %s", (name) => {
    process.env[name] = "for-tests-only";
    expect(checkSettings).toThrow(`${name} has at least 32 characters`);
  });
});
