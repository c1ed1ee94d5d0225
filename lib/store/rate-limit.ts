import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { metrics } from "../observe";
import { pool } from "./database";
import { type Counted, type LimitName, limits } from "./limits";

/** Whether there is room; if not, when it is worth trying again. */
export type Room = { readonly free: true } | { readonly free: false; readonly retryAfter: number };

type Pool = ReturnType<typeof pool>;

const limiters = new WeakMap<Pool, Map<LimitName, RateLimiterPostgres>>();

function limiterOf(name: LimitName, storeClient: Pool): RateLimiterPostgres {
  const ofPool = limiters.get(storeClient) ?? new Map<LimitName, RateLimiterPostgres>();
  limiters.set(storeClient, ofPool);
  const known = ofPool.get(name);
  if (known) return known;
  const { times: points, seconds: duration } = limits[name];
  const options = { storeClient, storeType: "pool", tableName: "rate_limit", tableCreated: true };
  const limiter = new RateLimiterPostgres({ ...options, keyPrefix: name, points, duration });
  ofPool.set(name, limiter);
  return limiter;
}

/** Whom a limit counts, kept as a hash: the table of counters tells nothing about anybody. */
function hidden(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Takes one of the times that a limit leaves to somebody. All servers over one database count together. */
export async function takeRoom(name: LimitName, whom: string, connections = pool()): Promise<Room> {
  try {
    await limiterOf(name, connections).consume(hidden(whom));
    return { free: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    metrics().refusals.inc({ limit: name });
    return { free: false, retryAfter: inSeconds(refusal) };
  }
}

/** Takes room by several limits, one after the other; seconds to wait where one of them has none. */
export async function takeRooms(counted: readonly Counted[]): Promise<number | null> {
  for (const [name, whom] of counted) {
    const room = await takeRoom(name, whom);
    if (!room.free) return room.retryAfter;
  }
  return null;
}

/** Seconds to wait where a limit has left somebody no room; nothing is taken. */
export async function waitFor(name: LimitName, whom: string): Promise<number | null> {
  const used = await limiterOf(name, pool()).get(hidden(whom));
  return used && used.remainingPoints <= 0 ? inSeconds(used) : null;
}

const inSeconds = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** Gives room back, for what turned out to be no reason to count. */
export async function giveRoomsBack(counted: readonly Counted[]): Promise<void> {
  await Promise.all(counted.map(([name, whom]) => limiterOf(name, pool()).reward(hidden(whom))));
}

/** As if somebody had used so many times of a limit just now. */
export async function spend(name: LimitName, whom: string, times: number): Promise<void> {
  await limiterOf(name, pool()).set(hidden(whom), times, limits[name].seconds);
}
