import * as observe from "../observe";
import { faultOf } from "../store";

/** Writes down what a page, a route or an action failed of. */
export function noteFailure(error: unknown, route: string, kind: string): void {
  observe.noteFailure(error, faultOf(error), "a request failed", { route, kind });
}
