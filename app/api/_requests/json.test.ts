import { describe, expect, it } from "vitest";
import { readJson } from "./json";

const largest = 100_000;

/** A request as a program sends it, in pieces of which nobody has said how many there are. */
function sent(body: string | Uint8Array, pieceLength = 7_000): Request {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + pieceLength));
      at += pieceLength;
    },
  });
  const init = { method: "POST", body: stream, duplex: "half" };
  return new Request("http://localhost/", init as RequestInit);
}

const hostile: readonly (readonly [
  tries: string,
  body: string | Uint8Array,
  comes: "value" | "no-json" | "too-large",
])[] = [
  ["nothing", "", "no-json"],
  ["half a text", '{"a": "', "no-json"],
  ["two values", "{} {}", "no-json"],
  ["code", "alert(1)", "no-json"],
  ["no numbers", "NaN", "no-json"],
  ["bytes that are no text", Uint8Array.from([0xff, 0xfe, 0x00]), "no-json"],
  ["lists in depth", `${"[".repeat(40_000)}${"]".repeat(40_000)}`, "value"],
  ["records in depth", `${'{"a":'.repeat(15_000)}1${"}".repeat(15_000)}`, "value"],
  ["open lists in depth", "[".repeat(90_000), "no-json"],
  ["another prototype", '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}}', "value"],
  ["the same key twice", '{"a": 1, "a": 2}', "value"],
  ["numbers out of reach", `[1e999, -1e999, ${"9".repeat(5_000)}, 1e-999]`, "value"],
  ["halves of characters", '"\\ud800 \\udfff \\u0000"', "value"],
  ["a mark at the start", "\uFEFF{}", "no-json"],
  ["more than is read", `"${"x".repeat(largest)}"`, "too-large"],
  ["a stream without an end, as far as it was read", "x".repeat(5_000_000), "too-large"],
];

describe("a hostile body", () => {
  it.each(hostile)("is read or refused, and changes nothing: %s", async (_, body, comes) => {
    const read = await readJson(sent(body), largest);
    expect(read.ok ? "value" : read.error).toBe(comes);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it("is not read further than the most that is taken, whatever its head says", async () => {
    let pulled = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000).fill(120));
      },
    });
    const init = { method: "POST", body: stream, duplex: "half", headers: { "content-length": "5" } };
    expect(await readJson(new Request("http://localhost/", init as RequestInit), largest)).toMatchObject({ ok: false });
    expect(pulled).toBeLessThan(110);
  });
});
