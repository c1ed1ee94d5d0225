import { viewer } from "@/lib/auth";
import { keepAssignedDraft, keepDraft, type ServiceErrorCode } from "@/lib/services";
import { readJson } from "../_requests/json";

/** In bytes; what an answer's fields hold is far less. */
const largest = 100_000;

const statuses: { readonly [C in ServiceErrorCode]?: number } = { "not-found": 404, "too-many": 429 };

/**
 * Keeps what is being typed, for whoever is using the page. A visitor who is nobody yet has a draft
 * in their browser alone: a guest is made with the first answer, and never twice at once.
 */
export async function POST(request: Request): Promise<Response> {
  const arrivedAt = new Date();
  const body = await readJson(request, largest);
  if (!body.ok && body.error === "too-large") return new Response(null, { status: 413 });
  const draft = body.ok ? body.value : undefined;
  const keep = isAssigned(draft) ? keepAssignedDraft : keepDraft;
  const reply = await keep(await viewer(), draft, arrivedAt);
  if (reply.ok || reply.error.code === "sign-in-needed") return new Response(null, { status: 204 });
  const { code, message, retryAfter } = reply.error;
  const headers: HeadersInit = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return Response.json({ code, message }, { status: statuses[code] ?? 409, headers });
}

/** A draft for a problem of an assignment says which. */
function isAssigned(draft: unknown): boolean {
  return typeof draft === "object" && draft !== null && "assignedId" in draft;
}
