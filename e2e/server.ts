import { openStand } from "../scripts/test/stand.mjs";

/** Before the journeys: a whole Nabla of their own. After them: nothing is left of it. */
export default async function setup(): Promise<() => Promise<void>> {
  const stand = await openStand();
  process.env.BASE_URL = stand.address;
  process.env.DATABASE_URL = stand.databaseUrl;
  return stand.stop;
}
