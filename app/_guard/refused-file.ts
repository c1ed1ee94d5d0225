import type { ServiceError, ServiceErrorCode } from "@/lib/services";

const statuses: { readonly [C in ServiceErrorCode]?: number } = { refused: 403, "too-many": 429 };

/** The answer to somebody who asked for a file and does not get it, in words. */
export function refusedFile({ code, message, retryAfter }: ServiceError): Response {
  const headers: HeadersInit = {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  };
  return new Response(message, { status: statuses[code] ?? 404, headers });
}
