import "server-only";

export { type Limits, type Outcome, Pool, type PoolCounts, type PoolSettings, type Reply } from "./pool";
