import "server-only";

export { takeJobs } from "./worker";
