import { v7 } from "uuid";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "../store";
import { signIn, signUp } from "./index";
import { nobody, somebody } from "./test-world";

/** What takes the time of a sign-in: the passwords that were hashed or compared. */
const costly = vi.hoisted(() => ({ count: 0 }));

vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  const counted =
    <A extends unknown[], R>(run: (...words: A) => R) =>
    (...words: A): R => {
      costly.count++;
      return run(...words);
    };
  return { ...argon2, hash: counted(argon2.hash), verify: counted(argon2.verify) };
});

afterAll(closeDatabase);
const password = "correct horse battery";
const wrong = "wrong horse battery";

/** What is answered, and how many passwords were hashed for it. */
async function asked(ask: () => Promise<{ ok: boolean; error?: { message: string } }>) {
  costly.count = 0;
  const reply = await ask();
  return { ok: reply.ok, message: reply.error?.message, hashed: costly.count };
}

describe("an address that has no account", () => {
  // The first of all makes the hash that unknown addresses are compared with.
  beforeEach(() => signIn(nobody(), { email: "first@example.org", password }));

  it("is refused at sign-in in the same words and after the same work as a wrong password", async () => {
    const { email } = await somebody("student", password);
    const withoutPassword = await somebody("student");
    const known = await asked(() => signIn(nobody(), { email, password: wrong }));
    expect(known).toEqual({ ok: false, message: expect.any(String), hashed: 1 });
    for (const other of [`${v7()}@example.org`, withoutPassword.email, "student@demo.invalid", "no address", ""])
      expect(await asked(() => signIn(nobody(), { email: other, password: wrong }))).toEqual(known);
  });

  it("signs up after the same work as one that has: the words differ, because who signs up is let in", async () => {
    const { email } = await somebody("student", password);
    const taken = await asked(() => signUp(nobody(), { name: "Ada", email, password }));
    const free = await asked(() => signUp(nobody(), { name: "Ada", email: `${v7()}@example.org`, password }));
    expect([taken.hashed, free.hashed]).toEqual([1, 1]);
    expect([taken.ok, free.ok]).toEqual([false, true]);
  });
});
