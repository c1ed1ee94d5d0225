import { afterEach, expect, it, vi } from "vitest";
import { OutOfReach } from "../fields/until-answered";
import { postAnswer } from "./post-answer";

afterEach(() => void vi.unstubAllGlobals());

const given = { problemId: "p", versionId: "v", variant: "", fields: { answer: "x" }, idempotencyKey: "k" };

/** Sends an answer to a server that replies so. */
function postTo(body: string, init: ResponseInit) {
  vi.stubGlobal("fetch", async () => new Response(body, init));
  return postAnswer(given).catch((error: unknown) => error);
}

const json = { "Content-Type": "application/json" };

it("tells a refusal in the server's words", async () => {
  const refusal = { code: "refused", message: "This assignment is closed." };
  expect(await postTo(JSON.stringify(refusal), { status: 409, headers: json })).toEqual({ ok: false, refusal });
});

it("takes a server that is busy for one that is worth asking again, when it says", async () => {
  const error = await postTo('{"code":"busy"}', { status: 503, headers: { ...json, "Retry-After": "7" } });
  expect(error).toBeInstanceOf(OutOfReach);
  expect(error).toMatchObject({ retryAfter: 7 });
});

it("does not take another's page for a reply", async () => {
  const page = { status: 200, headers: { "Content-Type": "text/html" } };
  expect(await postTo("<h1>Sign in to this network</h1>", page)).toBeInstanceOf(OutOfReach);
});
