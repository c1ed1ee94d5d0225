import "server-only";

export { noteFailure } from "./failure";
export { atEnd, beginEnding, endAll, isEnding, type Part, partsNotReady, readiness, type Stage } from "./host";
export { log, plainError } from "./log";
export { gaugeOf, metrics, metricsText } from "./metrics";
export { onePerProcess } from "./process";
export { currentRequest, type Fault, inRequest, outsideRequests, type RequestNote, requestIdFrom } from "./request";
