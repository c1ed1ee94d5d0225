import { dataFolder } from "../base/paths.mjs";
import { step } from "../base/step.mjs";
import { openCluster, urlsOfRunning } from "../database/cluster.mjs";
import { urlsFrom } from "../serve/environment.mjs";

/** Works with the database in DATABASE_URL, with that of a running Nabla, or with our own for as long as it takes. */
export async function withDatabase(work) {
  const known = urlsFrom(process.env) ?? urlsOfRunning(dataFolder);
  const own = known ? undefined : await step("Starting PostgreSQL", () => openCluster(dataFolder));
  try {
    return await work(known ?? own);
  } finally {
    await own?.stop();
  }
}
