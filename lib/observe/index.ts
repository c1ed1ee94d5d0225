import "server-only";

export { atEnd, beginEnding, endAll, isEnding, type Part, partsNotReady, readiness, type Stage } from "./host";
export { log, plainError } from "./log";
export { gaugeOf, metrics, metricsText } from "./metrics";
export { onePerProcess } from "./process";
export { currentRequest, inRequest, type RequestNote, requestIdFrom } from "./request";
