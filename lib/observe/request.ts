import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { onePerProcess } from "./process";

/** What is known of the request under way wherever it leads. */
export interface RequestNote {
  /** Stands on every line of the log that the request causes, and in the header X-Request-Id of its response. */
  readonly id: string;
  /** It came from this machine itself, and through no proxy. */
  readonly isLocal: boolean;
  /** What it failed of, once it has. */
  fault?: Fault;
}

/** What is behind a failure: the database is not there for the moment, it cannot write, or something else, which is a defect of ours. */
export type Fault = "database-away" | "disk-full" | "defect";

const requests = () => onePerProcess("nablaRequests", () => new AsyncLocalStorage<RequestNote>());

/** Does a request's work so that all of it knows the request. */
export function inRequest<T>(note: RequestNote, work: () => T): T {
  return requests().run(note, work);
}

/** The request under way; none in a job or a script. */
export function currentRequest(): RequestNote | undefined {
  return requests().getStore();
}

/** Does what belongs to no request, whoever set it off. */
export function outsideRequests<T>(work: () => T): T {
  return requests().exit(work);
}

/** The id that a proxy gave a request, where it is one and can hold nothing else; a new one otherwise. */
export function requestIdFrom(given: string | readonly string[] | undefined): string {
  return typeof given === "string" && /^[0-9a-f-]{16,64}$/i.test(given) ? given : randomUUID();
}
