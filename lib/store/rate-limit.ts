import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { metrics } from "../observe";
import { pool } from "./database";

/** So many times in so many seconds. */
export interface Limit {
  readonly name: string;
  readonly times: number;
  readonly seconds: number;
}

/** Whether there is room; if not, when it is worth trying again. */
export type Room = { readonly free: true } | { readonly free: false; readonly retryAfter: number };

const limiters = new Map<string, { of: ReturnType<typeof pool>; limiter: RateLimiterPostgres }>();

function limiterOf({ name, times, seconds }: Limit): RateLimiterPostgres {
  const storeClient = pool();
  const made = limiters.get(name);
  if (made?.of === storeClient) return made.limiter;
  const options = { storeClient, storeType: "pool", tableName: "rate_limit", tableCreated: true };
  const limiter = new RateLimiterPostgres({ ...options, keyPrefix: name, points: times, duration: seconds });
  limiters.set(name, { of: storeClient, limiter });
  return limiter;
}

/** Whom a limit counts, kept as a hash: the table of counters tells nothing about anybody. */
function hidden(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Takes one of the times that a limit leaves to a key. All servers over one database count together. */
export async function takeRoom(limit: Limit, key: string): Promise<Room> {
  try {
    await limiterOf(limit).consume(hidden(key));
    return { free: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    metrics().refusals.inc({ limit: limit.name });
    return { free: false, retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
  }
}

/** Gives one back, for what turned out to be no reason to count. */
export async function giveRoomBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(hidden(key));
}
