import pg from "pg";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "./database";
import { type LimitName, limits } from "./limits";
import { spend, takeRoom, takeRooms, waitFor } from "./rate-limit";
import { setting } from "./settings";

const names = Object.keys(limits) as LimitName[];

let one: pg.Pool;
let other: pg.Pool;

beforeAll(() => {
  one = new pg.Pool({ connectionString: setting("DATABASE_URL"), max: 2 });
  other = new pg.Pool({ connectionString: setting("DATABASE_URL"), max: 2 });
});
afterAll(async () => {
  await Promise.all([one.end(), other.end(), closeDatabase()]);
});

describe.each(names)("the limit %s", (name) => {
  const { times, seconds } = limits[name];

  it("counts on two servers together, refuses on both at its end, and says how long", async () => {
    const whom = v7();
    await spend(name, whom, times - 2);
    expect(await takeRoom(name, whom, one)).toEqual({ free: true });
    expect(await waitFor(name, whom)).toBeNull();
    expect(await takeRoom(name, whom, other)).toEqual({ free: true });
    expect(await waitFor(name, whom)).toBeGreaterThan(0);
    for (const server of [one, other]) {
      const room = await takeRoom(name, whom, server);
      expect(room.free).toBe(false);
      if (!room.free) expect(room.retryAfter).toBeGreaterThan(0);
      if (!room.free) expect(room.retryAfter).toBeLessThanOrEqual(seconds);
    }
    expect((await takeRoom(name, v7(), one)).free).toBe(true);
  });
});

it("does not count one limit's use for another", async () => {
  const whom = v7();
  await spend("answer-person", whom, limits["answer-person"].times);
  expect(await takeRooms([["draft-person", whom]])).toBeNull();
  expect(
    await takeRooms([
      ["draft-person", whom],
      ["answer-person", whom],
    ]),
  ).toBeGreaterThan(0);
});
