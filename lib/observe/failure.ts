import { log } from "./log";
import { metrics } from "./metrics";
import { currentRequest, type Fault } from "./request";

/** Writes down that something failed, and what of: in the log, in the counters, and for the page that tells it. */
export function noteFailure(
  err: unknown,
  fault: Fault,
  what: string,
  more: Readonly<Record<string, string>> = {},
): void {
  metrics().failures.inc({ fault });
  log.error({ err, fault, ...more }, what);
  const request = currentRequest();
  if (request) request.fault = fault;
}
