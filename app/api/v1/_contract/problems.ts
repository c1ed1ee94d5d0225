import { STATUS_CODES } from "node:http";

/** Why something was not done. */
export interface Failure {
  readonly status: number;
  /** For programs. */
  readonly code: string;
  /** For people. */
  readonly detail: string;
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number | undefined;
}

/** A failure as RFC 9457 has it. */
export function problemResponse({ status, code, detail, retryAfter }: Failure): Response {
  const body = { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, code, detail };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 401 && { "www-authenticate": 'Bearer realm="Nabla"' }),
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    },
  });
}
