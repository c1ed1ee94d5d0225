import { type NextRequest, NextResponse } from "next/server";
import { headersOf } from "./app/_guard/headers";
import { isForeign } from "./app/_guard/origin";
import { notOurs, tooLarge, tooLongFor } from "./app/_guard/refusals";

/**
 * Before every answer: keeps out what would change something and comes from elsewhere, and sets the headers that keep foreign code and foreign
 * frames out. Scripts run only with the nonce of their own page. Who may do what is not asked here, but where it is done.
 */
export function proxy(request: NextRequest): Response {
  const nonce = btoa(crypto.randomUUID());
  const set = headersOf(nonce);
  const response = refusalOf(request) ?? goOn(request, set["Content-Security-Policy"] ?? "");
  for (const [name, value] of Object.entries(set)) response.headers.set(name, value);
  return response;
}

function refusalOf({ method, headers, nextUrl: { pathname: path } }: NextRequest): Response | null {
  if (isForeign({ method, path, headers })) return notOurs();
  const tooLong = tooLongFor(path, Number(headers.get("content-length") ?? 0));
  return tooLong === null ? null : tooLarge(tooLong);
}

/** The framework reads the nonce for its own scripts from the request's copy of the policy. */
function goOn(request: NextRequest, policy: string): Response {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  return NextResponse.next({ request: { headers } });
}

/** Files that are the same for everybody have the headers of next.config.js alone. */
export const config = { matcher: "/((?!_next/static/|icon.svg$).*)" };
