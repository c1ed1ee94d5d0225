import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database, erasePeople } from "../store";
import { viewerOfSession } from "./current";
import { hashPassword } from "./passwords";
import { sessionIn, tokenFor } from "./session";

afterAll(closeDatabase);

/** Somebody new with an account. */
async function somebody(role: "student" | "instructor" = "student", password?: string) {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const data = { name: "Ada", email: `${v7()}@example.org`, role, passwordHash };
  return { personId: (await database().person.create({ data })).id };
}

/** Who is asking by a session that was opened earlier. */
async function askerBy(content: Record<string, unknown>) {
  const session = sessionIn(content);
  return session && viewerOfSession(session, "here");
}

describe("a session", () => {
  it("is its person's until their password changes", async () => {
    const { personId } = await somebody("student", "correct horse battery");
    const token = await tokenFor(personId);
    expect(await askerBy(token)).toMatchObject({ personId });
    const passwordHash = await hashPassword("another horse battery");
    await database().person.update({ where: { id: personId }, data: { passwordHash } });
    expect(await askerBy(token)).toBeNull();
    expect(await askerBy(await tokenFor(personId))).toMatchObject({ personId });
  });

  it("ends when its person is erased", async () => {
    const { personId } = await somebody();
    const token = await tokenFor(personId);
    await erasePeople([personId]);
    expect(await askerBy(token)).toBeNull();
  });

  it("says nothing but who, so that a role of yesterday gives no right today", async () => {
    const { personId } = await somebody("instructor");
    const token = await tokenFor(personId);
    expect(Object.keys(token).sort()).toEqual(["mark", "sub"]);
    await database().person.update({ where: { id: personId }, data: { role: "student" } });
    expect(await askerBy(token)).toMatchObject({ role: "student" });
  });

  it("is nobody's where it names no person or carries no mark", async () => {
    const { personId } = await somebody();
    for (const content of [{}, { sub: personId }, { sub: personId, mark: "made up" }, { sub: 1, mark: "x" }])
      expect(await askerBy(content)).toBeNull();
  });
});
