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
 * What a Nabla for a test stands on: the production build, and a PostgreSQL of its own with the bank. Nothing is left of it, and of
 * the servers begun over it, when it stops.
 *
 * @typedef {object} Ground
 * @property {Awaited<ReturnType<typeof openThrowaway>>} database
 * @property {(address: string, databaseUrl?: string) => NodeJS.ProcessEnv} envFor  what a server at an address is told
 * @property {(server?: { port?: number, address?: string, databaseUrl?: string, env?: object }) => Promise<Server>} begin
 * @property {(action: () => unknown) => void} atEnd
 * @property {() => Promise<void>} stop
 *
 * @typedef {Awaited<ReturnType<typeof serve>> & { port: number, address: string, env: NodeJS.ProcessEnv, log: string }} Server
 *
 * @param {{ postgres?: string[], env?: Record<string, string> }} [settings]  other settings of PostgreSQL, and more for each server
 * @returns {Promise<Ground>}
 */
export async function openGround({ postgres, env: more = {} } = {}) {
  await buildForProduction();
  const logs = mkdtempSync(join(tmpdir(), "nabla-stand-"));
  const undo = [() => rmSync(logs, { recursive: true, force: true })];
  const stop = async () => {
    for (const action of undo.splice(0).reverse()) await action();
  };
  try {
    const database = await openThrowaway(postgres);
    undo.push(database.stop);
    const secrets = {
      AUTH_SECRET: "a secret for tests and nothing else",
      NABLA_SECRET: "another secret for tests and nothing else",
    };
    const envFor = (address, databaseUrl = database.url) => {
      // The runner's own options are not for the server.
      const own = { NODE_OPTIONS: "", DATABASE_URL: databaseUrl, NEXTAUTH_URL: address, DEMO: "1" };
      return { ...process.env, ...secrets, ...own, ...more };
    };
    await applyPending(database);
    await loadBank(envFor("http://localhost"));
    const begin = async ({ port: wanted, address: known, databaseUrl, env: own = {} } = {}) => {
      const port = wanted ?? (await freePort());
      const address = known ?? `http://localhost:${port}`;
      const env = { ...envFor(address, databaseUrl), PORT: String(port), ...own };
      const log = join(logs, `server-${port}.log`);
      const web = await serve({ port, env, log });
      undo.push(web.stop);
      return { ...web, port, address, env, log };
    };
    return { database, envFor, begin, atEnd: (action) => undo.push(action), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A whole Nabla for a test: a server over a ground of its own, with the demonstration people.
 *
 * @param {{ postgres?: string[], env?: Record<string, string> }} [settings]  as for the ground
 * @returns {Promise<{ address: string, databaseUrl: string, ownerUrl: string, env: NodeJS.ProcessEnv, log: string, stop: () => Promise<void> }>}
 */
export async function openStand(settings) {
  const { database, begin, stop } = await openGround(settings);
  try {
    const { address, env, log } = await begin();
    return { address, databaseUrl: database.url, ownerUrl: database.ownerUrl, env, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
