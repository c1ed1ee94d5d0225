import "server-only";

export { noteFailure } from "./failure";
export { startWork } from "./start";
