import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildForProduction } from "../build/production.mjs";
import { freePort } from "../database/cluster.mjs";
import { applyPending } from "../database/migrations.mjs";
import { openThrowaway } from "../database/throwaway.mjs";
import { loadBank } from "../serve/bank.mjs";
import { serve } from "../serve/web.mjs";

/**
 * A whole Nabla for a test: the production build over a PostgreSQL of its own, with the bank and the demonstration
 * people. Nothing is left of it when it stops.
 *
 * @param {{ postgres?: string[], env?: NodeJS.ProcessEnv }} [settings]  other settings of PostgreSQL, and more for the server
 * @returns {Promise<{ address: string, databaseUrl: string, ownerUrl: string, env: NodeJS.ProcessEnv, log: string, stop: () => Promise<void> }>}
 */
export async function openStand({ postgres, env: more = {} } = {}) {
  await buildForProduction();
  const logs = mkdtempSync(join(tmpdir(), "nabla-stand-"));
  const undo = [() => rmSync(logs, { recursive: true, force: true })];
  const stop = async () => {
    for (const action of undo.splice(0).reverse()) await action();
  };
  try {
    const database = await openThrowaway(postgres);
    undo.push(database.stop);
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const secrets = {
      AUTH_SECRET: "a secret for tests and nothing else",
      NABLA_SECRET: "another secret for tests and nothing else",
    };
    // The runner's own options are not for the server.
    const own = { NODE_OPTIONS: "", PORT: String(port), DATABASE_URL: database.url, NEXTAUTH_URL: address, DEMO: "1" };
    const env = { ...process.env, ...secrets, ...own, ...more };
    await applyPending(database);
    await loadBank(env);
    const log = join(logs, "server.log");
    const web = await serve({ port, env, log });
    undo.push(web.stop);
    return { address, databaseUrl: database.url, ownerUrl: database.ownerUrl, env, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
