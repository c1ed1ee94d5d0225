import type { Answered } from "./ask";

/** What every answer says of itself. */
const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** What a page may load and do: all of these, and no script that is written into it by somebody else. */
const policy = [
  "default-src 'self'",
  "script-src-attr 'none'",
  "connect-src 'self'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What is missing in the head of an answer, and which scripts in its text would run without its nonce. */
export function headFaults(path: string, { headers, text }: Answered): readonly string[] {
  const given = headers.get("content-security-policy") ?? "";
  const nonce = /script-src 'self' 'nonce-([^']{20,})' 'strict-dynamic'/.exec(given)?.[1];
  const isKept = !/no-store/.test(headers.get("cache-control") ?? "");
  return [
    ...missingIn(headers),
    ...policy.filter((part) => !given.split("; ").includes(part)).map((part) => `the policy lacks ${part}`),
    ...(given.includes("unsafe-eval") || /script-src[^;]*unsafe-inline/.test(given) ? ["the policy is lax"] : []),
    ...(isKept && !isRedirect(headers) ? [`a cache may keep ${path}`] : []),
    ...(isPage(headers) ? scriptFaults(text, nonce) : []),
  ];
}

/** What is missing in the head of any answer, a file's too. */
export function missingIn(headers: Headers): readonly string[] {
  return Object.entries(always).flatMap(([name, value]) => (headers.get(name) === value ? [] : [`${name} is missing`]));
}

const isRedirect = (headers: Headers): boolean => headers.has("location");
const isPage = (headers: Headers): boolean => headers.get("content-type")?.startsWith("text/html") === true;

/** Scripts without the nonce, handlers in attributes, and addresses that are scripts. */
export function scriptFaults(html: string, nonce: string | undefined): readonly string[] {
  const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
  const foreign = tags.filter((tag) => /^<script\b/i.test(tag) && !tag.includes(`nonce="${nonce}"`));
  const active = tags.filter((tag) => /\s(on[a-z]+\s*=|(href|src|action)\s*=\s*["']?\s*javascript:)/i.test(tag));
  return [
    ...(nonce === undefined ? ["there is no nonce"] : []),
    ...foreign.map((tag) => `runs without the nonce: ${tag.slice(0, 80)}`),
    ...active.map((tag) => `is active: ${tag.slice(0, 80)}`),
  ];
}
