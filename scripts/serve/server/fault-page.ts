import type { IncomingMessage, ServerResponse } from "node:http";
import { currentRequest, type Fault } from "../../../lib/observe";

const kept = "What you have sent before is kept.";

const words: { readonly [F in Fault]: { readonly status: number; readonly title: string; readonly sentence: string } } =
  {
    "database-away": {
      status: 503,
      title: "Nabla cannot do its work just now",
      sentence: `Its database cannot be reached. ${kept}`,
    },
    "disk-full": { status: 503, title: "Nabla cannot store anything just now", sentence: `A disk is full. ${kept}` },
    defect: {
      status: 500,
      title: "Something went wrong on our side",
      sentence: `${kept} Try again; if it fails again, come back in a while.`,
    },
  };

/**
 * Puts a page of our own, which needs no script, in the place of one that failed as a whole: the framework's is blank until its
 * scripts have run. What the framework writes of its own is taken in and dropped.
 */
export function withFaultPage(request: IncomingMessage, response: ServerResponse): void {
  // Scripts that walk to a page or send a form have words for a failure themselves.
  if (request.headers.rsc !== undefined || request.headers["next-action"] !== undefined) return;
  const { writeHead, flushHeaders, write, end } = response;
  let decided: boolean | undefined;
  const isBroken = () => {
    decided ??= response.statusCode >= 500 && isPage(response);
    return decided;
  };
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    if (typeof given[0] === "number") response.statusCode = given[0];
    return isBroken() ? response : writeHead.apply(response, given);
  }) as typeof writeHead;
  response.flushHeaders = () => {
    if (!isBroken()) flushHeaders.call(response);
  };
  response.write = ((...given: Parameters<typeof write>) => isBroken() || write.apply(response, given)) as typeof write;
  response.end = ((...given: Parameters<typeof end>) => {
    if (!isBroken()) return end.apply(response, given);
    decided = false;
    return end.call(response, faultPage(request, response), "utf8");
  }) as typeof end;
}

const isPage = (response: ServerResponse): boolean =>
  String(response.getHeader("content-type") ?? "").startsWith("text/html");

/** The page itself, with the status and headers that belong to it. */
function faultPage({ method, url }: IncomingMessage, response: ServerResponse): string {
  const { id, fault = "defect" } = currentRequest() ?? {};
  const { status, title, sentence } = words[fault];
  response.statusCode = status;
  for (const name of ["Content-Encoding", "Content-Length", "ETag"]) response.removeHeader(name);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  if (status === 503) response.setHeader("Retry-After", "5");
  const nonce = /'nonce-([\w+/=-]+)'/.exec(String(response.getHeader("content-security-policy")))?.[1];
  const isLook = method === "GET" || method === "HEAD";
  const comesBack = isLook && status === 503 && nonce !== undefined;
  const again = isLook
    ? `<p><a href="${escaped(url ?? "/")}">Try again</a></p>`
    : "<p>Nothing of this form was done. Go back: what you typed is still there, and can be sent again.</p>";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Nabla</title><style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}a{color:inherit}small{overflow-wrap:anywhere}</style>
<main><h1>${title}</h1><p>${sentence}${comesBack ? " This page comes back by itself." : ""}</p>${again}
<p><small>If you write to us about it, quote ${id}.</small></p></main>${comesBack ? `<script nonce="${nonce}" src="/fault.js" async></script>` : ""}</html>`;
}

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
