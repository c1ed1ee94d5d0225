import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "../base/process.mjs";
import { endOrphan, openCluster } from "./cluster.mjs";

const prefix = "nabla-test-";

/** Clears what killed test runs left in the temporary folder: the number in the name is the run's process. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    const folder = join(tmpdir(), name);
    try {
      await endOrphan(join(folder, "postgres"));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's run: theirs to clear.
    }
  }
}

/** Speed for safety: the data is gone at the end anyway. */
const hasty = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB"];

/**
 * A PostgreSQL of a test's own, gone when it stops. `crash` kills it and starts it again over its data, at the same address.
 *
 * @param {string[]} [settings]  of PostgreSQL, instead of those that are quick and forget what was not written yet
 * @returns {Promise<{ url: string, ownerUrl: string, folder: string, crash: () => Promise<void>, down: () => Promise<void>,
 *   up: () => Promise<void>, stop: () => Promise<void> }>} `down` ends the server alone, and `up` starts it again where it was
 */
export async function openThrowaway(settings = hasty) {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  let cluster = await openCluster(folder, settings).catch((error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const { url, ownerUrl } = cluster;
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const down = () => cluster.stop();
  const up = async () => {
    cluster = await openCluster(folder, settings, Number(new URL(url).port));
  };
  const crash = async () => {
    process.kill(cluster.pid, "SIGKILL");
    await cluster.ended;
    await up();
  };
  return { url, ownerUrl, folder, crash, down, up, stop };
}
