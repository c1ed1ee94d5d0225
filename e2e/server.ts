import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildForProduction } from "../scripts/build/production.mjs";
import { freePort } from "../scripts/database/cluster.mjs";
import { applyPending } from "../scripts/database/migrations.mjs";
import { openThrowaway } from "../scripts/database/throwaway.mjs";
import { loadBank } from "../scripts/serve/bank.mjs";
import { serve } from "../scripts/serve/web.mjs";

/** Before the journeys: the production build over a PostgreSQL of its own. After them: nothing is left. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildForProduction();
  const database = await openThrowaway();
  const port = await freePort();
  const env = {
    ...process.env,
    // The runner's own options are not for the server.
    NODE_OPTIONS: "",
    PORT: String(port),
    DATABASE_URL: database.url,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: "journeys",
    NABLA_SECRET: "journeys",
    DEMO: "1",
  };
  const logs = mkdtempSync(join(tmpdir(), "nabla-journeys-"));
  const tearDown = async (): Promise<void> => {
    await database.stop();
    rmSync(logs, { recursive: true, force: true });
  };
  try {
    await applyPending(database.url);
    await loadBank(env);
    const web = await serve({ port, env, log: join(logs, "server.log") });
    process.env.BASE_URL = env.NEXTAUTH_URL;
    process.env.DATABASE_URL = database.url;
    return async () => {
      await web.stop();
      await tearDown();
    };
  } catch (error) {
    await tearDown();
    throw error;
  }
}
