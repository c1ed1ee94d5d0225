import { fail, ok, type Result } from "@/lib/base";

/** Why a body was not read. */
export type Unread = "too-large" | "no-json";

/** Reads a body of JSON, no further than so many bytes, whatever its head says. */
export async function readJson(request: Request, largest: number): Promise<Result<unknown, Unread>> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return fail("too-large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largest) return fail("too-large");
    chunks.push(chunk);
  }
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    return fail("no-json");
  }
}
