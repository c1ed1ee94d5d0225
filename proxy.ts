import { type NextRequest, NextResponse } from "next/server";

/** Sets the headers that keep foreign code and foreign frames out. Scripts run only with the nonce of their own page. */
export function proxy(request: NextRequest): NextResponse {
  const tooLong = tooLongFor(request);
  if (tooLong) return tooLarge(tooLong);
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("X-Frame-Options", "DENY");
  response.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  response.headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  return response;
}

/** The largest forms that are read, in bytes: an answer is at most a hundredth of it, a roster or a pack of problems more. */
const largestForm = 1_000_000;
const largestUpload = 3_000_000;

/** What is said of a form that is larger than what is read; `null` where it is not. */
function tooLongFor({ headers, nextUrl }: NextRequest): string | null {
  // The API has a limit of its own, and words for programs.
  if (nextUrl.pathname.startsWith("/api/v1/")) return null;
  const size = Number(headers.get("content-length") ?? 0);
  if (nextUrl.pathname.startsWith("/teach/")) return size > largestUpload ? "A file has at most 2 MB here." : null;
  return size > largestForm ? "An answer has at most 10,000 characters, and this form is far larger." : null;
}

/** Says so in words where a form is larger than the framework would read. The browser still has what was typed. */
function tooLarge(why: string): NextResponse {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Too long · Nabla</title><style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
<h1>This is too long to be read</h1><p>${why} Nothing is counted. Go back: what you typed is still there.</p></html>`;
  return new NextResponse(page, { status: 413, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** KaTeX places its letters by style attributes, so styles may stand in the page; scripts may not. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: "/((?!_next/static|_next/image|icon.svg).*)" };
