import { bundleWorkers } from "../build/bundle.mjs";
import { applyPending } from "../database/migrations.mjs";
import { openThrowaway } from "../database/throwaway.mjs";
import { ensureClient } from "../install/client.mjs";

/** Gives the integration tests a PostgreSQL of their own, migrated and empty; each file then copies it. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureClient();
  const database = await openThrowaway();
  process.env.TEMPLATE_DATABASE_URL = database.url;
  process.env.TEMPLATE_OWNER_URL = database.ownerUrl;
  process.env.AUTH_SECRET ??= "a secret of the integration tests";
  process.env.NABLA_SECRET ??= "another secret of the integration tests";
  process.env.WORKER_FILES = await bundleWorkers();
  await applyPending(database);
  return database.stop;
}
