import { log, metrics } from "../observe";
import { faultOf } from "../store";

/** Writes down what a page, a route or an action failed of. */
export function noteFailure(err: unknown, route: string, kind: string): void {
  const fault = faultOf(err);
  metrics().failures.inc({ fault });
  log.error({ err, fault, route, kind }, "a request failed");
}
