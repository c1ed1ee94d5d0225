import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkCredentials, mayTeach, type Viewer, viewerOf } from "../auth";
import { closeDatabase, database } from "../store";
import {
  adoptGuestWork,
  getProblem,
  hasDemoAccounts,
  listAttempts,
  listAuthoredProblems,
  signIn,
  signInToDemo,
  signUp,
  submitAnswer,
} from "./index";
import { guest, loadTestBank, nobody, somebody } from "./test-world";

const password = "correct horse battery";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

const newEmail = () => `${v7()}@example.org`;
const signedUp = async (viewer: Viewer, email = newEmail()) => {
  const reply = await signUp(viewer, { name: "Ada", email, password });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};

let keys = 0;

async function answer(viewer: Viewer, text: string, key = `key ${keys++}`) {
  const problem = await getProblem(viewer, "quadratic-form");
  if (!problem.ok) throw new Error("the test's problem is missing");
  const { id: problemId, versionId } = problem.value;
  return submitAnswer(viewer, { problemId, versionId, text, syntax: "text", asked: "", idempotencyKey: key });
}

/** Texts with their places, the first answer first. */
async function history(personId: string) {
  const viewer = { ...nobody(), personId, role: "student" } as const;
  const reply = await listAttempts(viewer, "quadratic-form");
  return reply.ok
    ? reply.value.map(({ text, ordinal }) => [text, ordinal]).sort((a, b) => Number(a[1]) - Number(b[1]))
    : [];
}

describe("signing up", () => {
  it("makes a student with a lower-case email and a hashed password", async () => {
    const email = newEmail();
    const account = await signedUp(nobody(), ` ${email.toUpperCase()} `);
    expect(account).toMatchObject({ name: "Ada", email, role: "student" });
    const row = await database().person.findUniqueOrThrow({ where: { email } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each([
    [{ name: " " }, "name"],
    [{ name: "\0".repeat(101) }, "name"],
    [{ email: "ada" }, "email"],
    [{ email: "student@demo.invalid" }, "email"],
    [{ password: "short" }, "password"],
    [{ password: "x".repeat(201) }, "password"],
  ])("with %j is refused with a sentence at %s", async (wrong, field) => {
    const reply = await signUp(nobody(), { name: "Ada", email: newEmail(), password, ...wrong });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: "refused", fields: { [field]: { message: expect.any(String) } } },
    });
  });

  it("happens once for one email, however it is written and however often it is sent", async () => {
    const email = newEmail();
    const replies = await Promise.all(
      [email, email.toUpperCase(), email].map((each) => signUp(nobody(), { name: "Ada", email: each, password })),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    const refused = replies.find((reply) => !reply.ok);
    expect(refused).toMatchObject({ error: { fields: { email: { message: expect.stringContaining("already") } } } });
  });
});

describe("signing in", () => {
  it("takes the password in any way a keyboard writes it, and the email in any case", async () => {
    const email = newEmail();
    const person = await signUp(nobody(), { name: "Ada", email, password: "cafe\u0301 au lait" });
    const reply = await signIn(nobody(), { email: email.toUpperCase(), password: "caf\u00e9 au lait" });
    expect(reply).toEqual(person);
  });

  it("refuses a wrong password, an unknown email and a guest in the same words", async () => {
    const { email } = await signedUp(nobody());
    const replies = await Promise.all([
      signIn(nobody(), { email, password: "wrong password" }),
      signIn(nobody(), { email: newEmail(), password }),
      signIn(nobody(), { email: "", password }),
    ]);
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect(replies[0]).toMatchObject({ ok: false, error: { code: "refused" } });
  });

  it("takes as long about an unknown email as about a wrong password", async () => {
    const { email } = await signedUp(nobody());
    const time = async (given: string) => {
      const start = performance.now();
      await checkCredentials({ email: given, password: "wrong password" }, v7());
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let k = 0; k < 9; k++) {
      known.push(await time(email));
      unknown.push(await time(newEmail()));
    }
    // The least of each: what they cost where nothing else goes on.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
  });

  it("stops guesses at one account, but not its owner elsewhere, and does not count right ones", async () => {
    const { email } = await signedUp(nobody());
    const [guesser, owner] = [nobody(), nobody()];
    for (let k = 0; k < 25; k++) expect((await signIn(owner, { email, password })).ok).toBe(true);
    const guesses = await Promise.all(
      Array.from({ length: 25 }, () => signIn(guesser, { email, password: "a wrong guess" })),
    );
    const codes = guesses.map((reply) => (reply.ok ? "in" : reply.error.code));
    expect(codes.filter((code) => code === "refused")).toHaveLength(20);
    expect(codes.filter((code) => code === "too-many")).toHaveLength(5);
    expect((await signIn(guesser, { email, password })).ok).toBe(false);
    expect((await signIn(owner, { email, password })).ok).toBe(true);
  });
});

describe("demonstration accounts", () => {
  const before = process.env.DEMO;
  afterEach(() => {
    if (before === undefined) delete process.env.DEMO;
    else process.env.DEMO = before;
  });

  it("are there with DEMO=1, one for each role", async () => {
    process.env.DEMO = "1";
    expect(hasDemoAccounts()).toBe(true);
    const [one, other] = await Promise.all([signInToDemo(nobody(), "student"), signInToDemo(nobody(), "student")]);
    expect(one).toEqual(other);
    expect(await signInToDemo(nobody(), "instructor")).toMatchObject({ ok: true, value: { role: "instructor" } });
  });

  it("are not there without, and sessions that they had are over", async () => {
    process.env.DEMO = "1";
    const entered = await signInToDemo(nobody(), "instructor");
    process.env.DEMO = "0";
    expect(hasDemoAccounts()).toBe(false);
    expect(await signInToDemo(nobody(), "instructor")).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(entered.ok && (await viewerOf(entered.value.personId, ""))).toBeNull();
  });
});

describe("a role", () => {
  it("holds as it is in the database at the next request", async () => {
    const { personId } = await somebody("instructor");
    const now = async () => {
      const viewer = await viewerOf(personId, "");
      if (!viewer) throw new Error("the person is gone");
      return [mayTeach(viewer), (await listAuthoredProblems(viewer)).ok];
    };
    expect(await now()).toEqual([true, true]);
    await database().person.update({ where: { id: personId }, data: { role: "student" } });
    expect(await now()).toEqual([false, false]);
  });
});

describe("a guest's work", () => {
  it("comes along when they sign up", async () => {
    const visitor = guest();
    for (const text of ["2*A*x", "A*", "(A+A')x"]) await answer(visitor, text);
    const { personId } = await signedUp(visitor);
    expect(await history(personId)).toEqual([
      ["A*", null],
      ["2*A*x", 1],
      ["(A+A')x", 2],
    ]);
    expect(await database().person.findUnique({ where: { id: visitor.personId } })).toBeNull();
    expect(await getProblem({ ...nobody(), personId, role: "student" }, "quadratic-form")).toMatchObject({
      value: { state: "solved" },
    });
  });

  it("stands behind one's own when they sign in", async () => {
    const email = newEmail();
    const { personId } = await signedUp(nobody(), email);
    const own = { ...nobody(), personId, role: "student" } as const;
    await answer(own, "A*x", "shared key");
    const visitor = guest();
    await answer(visitor, "A*x", "shared key");
    await answer(visitor, "(A+A')x");
    await signIn(visitor, { email, password });
    expect(await history(personId)).toEqual([
      ["A*x", 1],
      ["A*x", 2],
      ["(A+A')x", 3],
    ]);
    const progress = await database().progress.findFirst({ where: { personId } });
    expect(progress).toMatchObject({ attempts: 3, firstRight: 3 });
  });

  it("is not lost where answers come in while it moves", async () => {
    const email = newEmail();
    const { personId } = await signedUp(nobody(), email);
    const own = { ...nobody(), personId, role: "student" } as const;
    const [visitor, elsewhere] = [guest(), guest()];
    await Promise.all([answer(visitor, "3*A*x"), answer(elsewhere, "4*A*x")]);
    const replies = await Promise.all([
      ...Array.from({ length: 5 }, (_, k) => answer(own, `${k + 5}*A*x`)),
      ...Array.from({ length: 5 }, (_, k) => answer(visitor, `${k + 10}*A*x`)),
      signIn(visitor, { email, password }),
      signIn(elsewhere, { email, password }),
    ]);
    expect(replies.every((reply) => reply.ok)).toBe(true);
    await adoptGuestWork(visitor.personId, personId);
    const places = (await history(personId)).map(([, ordinal]) => ordinal);
    expect(places).toEqual(Array.from({ length: 12 }, (_, k) => k + 1));
  });

  it("cannot be taken from a person with an account, nor given to a guest", async () => {
    const [victim, thief, visitor] = [await somebody(), await somebody(), guest()];
    await answer(victim, "A*x");
    await answer(visitor, "A*x");
    await adoptGuestWork(victim.personId, thief.personId);
    await adoptGuestWork(visitor.personId, guest().personId);
    expect(await history(thief.personId)).toEqual([]);
    expect(await history(victim.personId)).toHaveLength(1);
    expect(await history(visitor.personId)).toHaveLength(1);
  });
});
