import { afterAll, describe, expect, it } from "vitest";
import { invariant } from "../../base";
import { closeDatabase, database, erasePeople } from "../../store";
import { testCourse } from "../courses/test-course";
import { holderOf, listTokens, makeToken, revokeToken, type TokenInput } from "../index";
import { guest, nobody, somebody } from "../test-world";

afterAll(closeDatabase);

const now = new Date("2026-11-21T10:00:00Z");
const day = 24 * 60 * 60 * 1_000;
const input: TokenInput = { name: "Spreadsheet", scopes: ["read:grades"], courseId: "", days: "30" };

async function made(over: Partial<TokenInput> = {}) {
  const { instructor, assistant, courseId } = await testCourse(0);
  const reply = await makeToken(instructor, { ...input, ...over }, now);
  invariant(reply.ok, "an instructor makes a token");
  return { ...reply.value, instructor, assistant, courseId };
}

const holder = (text: string, at = now) => holderOf(`Bearer ${text}`, "here", at);

describe("a token", () => {
  it("acts for whoever made it, as far as they allowed it", async () => {
    const { text, instructor } = await made();
    expect(await holder(text)).toMatchObject({
      ok: true,
      value: { viewer: { personId: instructor.personId, role: "instructor" }, scopes: ["read:grades"], courseId: null },
    });
  });

  it("is shown once and stored as a hash alone", async () => {
    const { text, token, instructor } = await made();
    expect(text).toMatch(/^nabla_[\w-]{43}$/);
    const listed = await listTokens(instructor, now);
    expect(JSON.stringify(listed)).not.toContain(text);
    const row = await database().apiToken.findUniqueOrThrow({ where: { id: token.id } });
    expect(JSON.stringify(row)).not.toContain(text);
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(text.startsWith(row.start)).toBe(true);
  });

  it("ends when it expires, when it is revoked, and with its person", async () => {
    const expiring = await made({ days: "7" });
    expect((await holder(expiring.text, new Date(now.getTime() + 7 * day - 1))).ok).toBe(true);
    expect((await holder(expiring.text, new Date(now.getTime() + 7 * day))).ok).toBe(false);
    const revoked = await made();
    await revokeToken(revoked.instructor, revoked.token.id, now);
    expect((await holder(revoked.text)).ok).toBe(false);
    const orphaned = await made();
    await erasePeople([orphaned.instructor.personId]);
    expect((await holder(orphaned.text)).ok).toBe(false);
  });

  it("remembers when it was used last, to the minute", async () => {
    const { text, instructor } = await made();
    const usedAt = async () => {
      const list = await listTokens(instructor, now);
      return list.ok ? list.value.tokens[0]?.lastUsedAt : undefined;
    };
    expect(await usedAt()).toBeNull();
    await holder(text);
    await holder(text, new Date(now.getTime() + 30_000));
    expect(await usedAt()).toEqual(now);
    await holder(text, new Date(now.getTime() + 90_000));
    expect(await usedAt()).toEqual(new Date(now.getTime() + 90_000));
  });

  it("has room for 300 requests a minute", async () => {
    const { text } = await made();
    await holder(text);
    const counters = { key: { startsWith: "api-token:" } };
    await database().rateLimit.updateMany({ where: counters, data: { points: 299 } });
    expect((await holder(text)).ok).toBe(true);
    const reply = await holder(text);
    expect(reply).toMatchObject({ ok: false, error: { code: "too-many" } });
  });

  it.each([null, "", "nabla_x", "Basic abc", `Bearer nabla_${"x".repeat(44)}`])("is not %j", async (header) => {
    const reply = await holderOf(header, "there", now);
    expect(reply.ok ? "" : reply.error.code).toBe("sign-in-needed");
  });
});

describe("making a token", () => {
  it.each<[Partial<TokenInput>, string]>([
    [{ name: " " }, "name"],
    [{ name: "x".repeat(61) }, "name"],
    [{ scopes: [] }, "scopes"],
    [{ scopes: ["everything"] }, "scopes"],
    [{ days: "1000" }, "days"],
    [{ days: "" }, "days"],
    [{ courseId: "no-course" }, "courseId"],
  ])("is refused with %j", async (over, field) => {
    const reply = await makeToken(await somebody("instructor"), { ...input, ...over }, now);
    expect(Object.keys((!reply.ok && reply.error.fields) || {})).toEqual([field]);
  });

  it("for a course is for its instructors alone", async () => {
    const { instructor, assistant, courseId } = await made();
    const can = async (viewer: typeof instructor) => (await makeToken(viewer, { ...input, courseId }, now)).ok;
    expect([await can(instructor), await can(assistant), await can(await somebody("instructor"))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([guest(), nobody()])("needs an account", async (viewer) => {
    const replies = [await makeToken(viewer, input, now), await listTokens(viewer, now)];
    expect(replies.map((reply) => (reply.ok ? "" : reply.error.code))).toEqual(["sign-in-needed", "sign-in-needed"]);
  });
});

describe("revoking a token", () => {
  it("is for its owner alone", async () => {
    const { text, token } = await made();
    const stranger = await revokeToken(await somebody("admin"), token.id, now);
    expect(stranger.ok ? "" : stranger.error.code).toBe("not-found");
    expect((await holder(text)).ok).toBe(true);
  });
});
