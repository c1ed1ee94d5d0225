import type { IncomingMessage, ServerResponse } from "node:http";
import { inRequest, isEnding, log, metrics, requestIdFrom } from "../../../lib/observe";
import { withFaultPage } from "./fault-page";
import type { RoutePattern } from "./routes";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Lets the application answer a request that has an id, and writes down how that went. */
export function answering(handler: Handler, patternOf: RoutePattern): Handler {
  return async (request, response) => {
    const id = requestIdFrom(request.headers["x-request-id"]);
    request.headers["x-request-id"] = id;
    response.setHeader("X-Request-Id", id);
    // An error page reads it here, to say what to quote: a script sees no other header of the page that it stands in.
    response.setHeader("Server-Timing", `request;desc="${id}"`);
    // Nobody should send a further request over a connection that is about to be closed.
    if (isEnding()) response.setHeader("Connection", "close");
    await inRequest({ id, isLocal: isLocal(request) }, async () => {
      const note = noteOn(request, response, patternOf);
      response.once("close", note);
      withFaultPage(request, response);
      await handler(request, response);
    });
  };
}

const ofProxies = new Set(["forwarded", "x-forwarded-for", "x-real-ip", "via"]);

/** True for a request of this machine itself that no proxy has passed on. The headers are taken as they came: we change some. */
function isLocal({ socket, rawHeaders }: IncomingMessage): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  const isOurs = address.startsWith("127.") || address === "::1";
  return isOurs && !rawHeaders.some((word, place) => place % 2 === 0 && ofProxies.has(word.toLowerCase()));
}

/** What watches over the server itself asks every few seconds, and the framework's files are many: neither is worth a line. */
const quiet = new Set(["/_next", "/api/health", "/api/ready", "/api/metrics", "/icon.svg"]);

function noteOn(request: IncomingMessage, response: ServerResponse, patternOf: RoutePattern): () => void {
  const start = performance.now();
  const route = patternOf((request.url ?? "/").split("?", 1)[0] ?? "/");
  const method = request.method ?? "GET";
  const action = request.headers["next-action"] !== undefined;
  return () => {
    const milliseconds = Math.round(performance.now() - start);
    // Whoever asked went away before there was an answer.
    const status = response.writableFinished ? response.statusCode : 499;
    metrics().requests.inc({ route, method, status: `${Math.floor(status / 100)}xx` });
    metrics().requestSeconds.observe({ route }, milliseconds / 1000);
    const level = quiet.has(route) && status < 500 ? "debug" : "info";
    log[level]({ route, method, ...(action && { action }), status, milliseconds }, "request");
  };
}
