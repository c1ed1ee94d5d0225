/** What only reads may be asked for from anywhere; a browser then shows the answer to nobody but us. */
const reading = ["GET", "HEAD", "OPTIONS"];

/** Programs show a token here, and no cookie gives them any right. */
const ofPrograms = "/api/v1/";

/** What a request is judged by. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Pick<Headers, "get">;
}

/**
 * True for a request that would change something and does not come from a page of ours. Browsers name the origin of every such request, so
 * that one without an origin, or with the origin "null", is not from a page either.
 */
export function isForeign({ method, path, headers }: Asked): boolean {
  if (reading.includes(method) || path.startsWith(ofPrograms)) return false;
  const site = headers.get("sec-fetch-site");
  // "none" is the person: a form that is sent again by a reload.
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  return origin === null || !URL.canParse(origin) || !ownHosts(headers).includes(new URL(origin).host);
}

/** What we are called in this request: by a proxy that is trusted (the server has removed the word of any other), and by the browser. */
function ownHosts(headers: Pick<Headers, "get">): readonly string[] {
  const first = headers.get("x-forwarded-host")?.split(",")[0]?.trim();
  return [first, headers.get("host")].flatMap((host) => host || []);
}
