import { isEnding, type Part, partsNotReady } from "@/lib/observe";

/** All that a server needs before requests may be sent to it. */
const parts: readonly Part[] = ["database", "migrations", "jobs", "grading"];

/** Says whether the server can do its work: with 503, which part cannot, and why. A server that is about to end says no at once. */
export async function GET(): Promise<Response> {
  const missing = isEnding() ? { server: "is ending" } : await partsNotReady(parts);
  const ready = Object.keys(missing).length === 0;
  const headers: HeadersInit = { "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) };
  return Response.json({ ready, missing }, { status: ready ? 200 : 503, headers });
}
