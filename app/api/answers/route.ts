import { unstable_rethrow } from "next/navigation";
import { answered, type Refusal } from "@/app/_actions/answered";
import { noteFailure, sentenceFor } from "@/app/_actions/guarded";
import type { ServiceErrorCode } from "@/lib/services";
import { readJson } from "../_requests/json";
import { sentAnswer } from "./sent-answer";

/** In bytes; what an answer's fields hold is far less. */
const largest = 100_000;

const statuses: { readonly [C in ServiceErrorCode]?: number } = {
  "not-found": 404,
  "sign-in-needed": 401,
  "too-long": 422,
  "too-many": 429,
  busy: 503,
};

/**
 * Takes an answer to a problem, in practice or in an assignment, and says what came of it. Sent twice with one key it is stored
 * once.
 */
export async function POST(request: Request): Promise<Response> {
  // The deadline of an assignment is the time of arrival, so nothing comes before this.
  const arrivedAt = new Date();
  const body = await readJson(request, largest);
  if (!body.ok && body.error === "too-large") return refuse(413, "too-large", "This is far more than an answer.");
  const read = sentAnswer.safeParse(body.ok ? body.value : undefined);
  if (!read.success)
    return refuse(400, "unreadable", "This answer did not arrive as it was sent. Load the page again.");
  try {
    const reply = await answered(read.data, arrivedAt);
    return reply.ok ? Response.json(reply.value, { headers: unkept }) : refusal(reply.error);
  } catch (error) {
    unstable_rethrow(error);
    const fault = noteFailure(error, "an answer failed");
    // What may be better in a moment is sent again by the form.
    return refuse(fault === "defect" ? 500 : 503, fault, sentenceFor(fault));
  }
}

const unkept = { "Cache-Control": "no-store" };

function refusal({ retryAfter, ...told }: Refusal): Response {
  const wait: HeadersInit = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return Response.json(told, { status: statuses[told.code] ?? 409, headers: { ...unkept, ...wait } });
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: unkept });
}
