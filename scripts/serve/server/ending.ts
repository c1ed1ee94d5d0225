import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { atEnd, beginEnding, endAll, log } from "../../../lib/observe";

/** In milliseconds: how long requests and jobs under way may take before the process ends without them. */
const patience = 20_000;

/**
 * Ends the process on SIGTERM or SIGINT: from then on it is not ready, takes no new connection and no job, finishes what it has
 * begun, and exits with 0; with 1 where that took too long. DRAIN_SECONDS is for a balancer that must first see that it is not ready.
 */
export function inOrder(server: Server): void {
  atEnd("work", () => closed(server));
  let isAsked = false;
  const ask = () => {
    if (!isAsked) void end();
    isAsked = true;
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, ask);
}

async function end(): Promise<void> {
  beginEnding();
  log.info("ending");
  await wait(1000 * Number(process.env.DRAIN_SECONDS ?? 0));
  setTimeout(() => {
    log.error("what was under way took too long; ending without it");
    process.exit(1);
  }, patience);
  await endAll((err) => log.error({ err }, "something did not end as it should"));
  log.info("ended");
  process.exit(0);
}

/** Settles once no request is under way. Connections that are kept for further ones are closed as they fall idle. */
async function closed(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
}
