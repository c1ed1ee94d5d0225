import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { checkSettings } from "../store";
import { believeOnly, trustedHops } from "./address";

/** Node says each request here before anybody answers it. */
const requests = "http.server.request.start";

/**
 * Called once, before a server answers anybody: refuses to run without its secrets, and from then on lets nobody write where
 * their requests come from.
 */
export function guardServer(): void {
  checkSettings();
  const hops = trustedHops(process.env.TRUST_PROXY);
  subscribe(requests, (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    believeOnly(request.headers, request.socket.remoteAddress ?? "", hops);
  });
}
