/** Behind TLS, as the address says that people type. */
function isBehindTls(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** Two years, as lists of such hosts ask for. */
const onlyTls = "max-age=63072000; includeSubDomains";

/** What every answer says that depends on the request or on where we run. What does not stands in next.config.js. */
export function headersOf(nonce: string): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentPolicy(nonce),
    ...(isBehindTls() && { "Strict-Transport-Security": onlyTls }),
  };
}

/** KaTeX places its letters by style attributes, so styles may stand in the page; scripts may not. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    "worker-src 'none'",
    "manifest-src 'self'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isBehindTls() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
