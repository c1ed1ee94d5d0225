import { type LimitName, limits, spend } from "../../lib/store";
import { type Answered, ask } from "./ask";
import { call } from "./call";
import { changes } from "./changes";
import type { World } from "./world";

/** Where the tests ask from, in both ways in which a machine calls itself. */
const here = ["127.0.0.1", "0:0:0:0::/64"];

/** A route at the end of a limit: whom it counts, and how it is asked. */
interface Row {
  readonly limit: LimitName;
  readonly whom: (world: World) => readonly string[];
  readonly asks: (world: World) => Promise<Answered>;
}

const post = (what: string) => async (world: World) => {
  const change = changes.find((each) => each.what === what);
  if (!change) throw new Error(`no row calls ${what}`);
  return call(world, "student", { what, given: await change.given(world, "student"), shown: change.shown });
};

/** Says whence it comes, as anybody can who makes up a head. */
const forged = { "X-Forwarded-For": "203.0.113.77", "X-Real-IP": "203.0.113.77", Forwarded: "for=203.0.113.77" };

async function signsIn(world: World): Promise<Answered> {
  const start = await ask(world, "nobody", "/api/auth/csrf");
  const { csrfToken } = JSON.parse(start.text) as { csrfToken: string };
  const Cookie = start.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
  const body = new URLSearchParams({ csrfToken, email: "nobody@attack.example", password: "wrong", json: "true" });
  return ask(world, "nobody", "/api/auth/callback/credentials", {
    method: "POST",
    headers: { Cookie, ...forged },
    body,
  });
}

/** The routes that count, each by its limit. */
export const rows: readonly Row[] = [
  { limit: "draft-person", whom: ({ ids }) => [ids.student], asks: post("POST /api/drafts") },
  { limit: "answer-person", whom: ({ ids }) => [ids.student], asks: post("POST /api/answers") },
  {
    limit: "api-token",
    whom: ({ things }) => [things.token],
    asks: (w) => ask(w, "student", "/api/v1/courses", { shown: "token" }),
  },
  { limit: "api-wrong-token", whom: () => here, asks: (w) => ask(w, "nobody", "/api/v1/courses", { headers: forged }) },
  { limit: "sign-in-address", whom: () => here, asks: signsIn },
  {
    limit: "export-person",
    whom: ({ ids }) => [ids.instructor],
    asks: (w) => ask(w, "instructor", `/teach/courses/${w.things.course}/grades/export?for=moodle`),
  },
  {
    limit: "export-person",
    whom: ({ ids }) => [ids.admin],
    asks: (w) => ask(w, "admin", "/teach/problems/export?topic=gradient"),
  },
];

/** What a route answers before the end of its limit, and at it. */
export async function atTheEnd(world: World, { limit, whom, asks }: Row) {
  const before = (await asks(world)).status;
  for (const each of whom(world)) await spend(limit, each, limits[limit].times);
  const { status, headers } = await asks(world);
  return { limit, isFree: before !== 429, status, wait: Number(headers.get("retry-after")) > 0 };
}
