import "server-only";

export { startJobs } from "./worker";
