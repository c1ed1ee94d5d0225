import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, modulePath } from "../base/paths.mjs";
import { birthOf, isAlive } from "../base/process.mjs";
import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";
import { dependenciesAreInstalled, ensureDependencies } from "../install/dependencies.mjs";
import { claimFolder, npmAbove } from "./claim.mjs";
import { serverEnvironment, urlsFrom } from "./environment.mjs";
import { checkNode, checkPort, checkSpace, readPort } from "./settings.mjs";

/**
 * From a fresh clone to a served Nabla, and in order back to nothing. This file and what it imports above use nothing but
 * Node, because the dependencies may still be missing; the rest is imported once they are there.
 */

/** What the steps ahead write, with some air. */
const neededSpace = () => (dependenciesAreInstalled() ? 150 : 1_800);

/** Things to undo at the end, last first. */
const undo = [];

async function undoAll() {
  for (const action of undo.splice(0).reverse()) await action();
}

/** Where we are stopped while the database is still coming up, it is not on the list yet. */
async function endDatabase() {
  if (!dependenciesAreInstalled()) return;
  const { endOrphan } = await import("../database/cluster.mjs");
  await endOrphan(join(dataFolder, "postgres"));
}

/** Settles when somebody wants us to stop: Ctrl-C, a signal, or the death of the npm that started us. */
function askedToStop() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve("asked"));
    const npm = npmAbove();
    if (!npm) return;
    const watch = setInterval(() => {
      if (isAlive(npm.pid) && birthOf(npm.pid) === npm.birth) return;
      clearInterval(watch);
      resolve("asked");
    }, 500);
    watch.unref();
  });
}

async function openDatabase(env) {
  const own = urlsFrom(env);
  if (own) return { ...own, embedded: false, ended: new Promise(() => undefined) };
  const { openCluster } = await import("../database/cluster.mjs");
  const cluster = await step("Starting PostgreSQL", () => openCluster(dataFolder));
  undo.push(cluster.stop);
  return { ...cluster, embedded: true };
}

const ownerNote =
  "  The server owns its tables: only triggers guard grades and the audit log. MIGRATION_DATABASE_URL gives it a role of its own.";

async function prepare(env, urls, production) {
  const { ensureClient } = await import("../install/client.mjs");
  const { aloneWith } = await import("../database/alone.mjs");
  const { applyPending } = await import("../database/migrations.mjs");
  const { loadBank } = await import("./bank.mjs");
  const { buildForProduction, buildIsFresh } = await import("../build/production.mjs");
  await ensureClient();
  const { restricted } = await aloneWith(urls.ownerUrl, async () => {
    const applied = await step("Applying migrations", () => applyPending(urls));
    await step("Loading the bank of problems", () => loadBank(env));
    return applied;
  });
  if (!restricted) console.error(ownerNote);
  if (production && !buildIsFresh()) await step("Building", buildForProduction);
}

function welcome(address, demo) {
  const lines = [`\nNabla is ready: ${address}`];
  if (demo) {
    lines.push(`  As a student:      ${address}/sign-in, "Enter as a student"`);
    lines.push(`  As an instructor:  ${address}/sign-in, "Enter as an instructor"`);
  } else
    lines.push(`  Sign up at ${address}/sign-up; with DEMO=1 the sign-in page also offers demonstration accounts.`);
  lines.push("  Ctrl-C stops it; the data stays.");
  console.log(lines.join("\n"));
}

async function bringUp(env, port, production) {
  await ensureDependencies();
  const database = await openDatabase(env);
  const serverEnv = serverEnvironment({ env, port, production, ...database });
  await prepare(serverEnv, database, production);
  const { serve } = await import("./web.mjs");
  const log = env.LOG_FILE || join(dataFolder, "server.log");
  if (!env.LOG_FILE) writeFileSync(log, "");
  const web = await step("Starting the web server", () => serve({ port, env: serverEnv, log, production }));
  undo.push(web.stop);
  welcome(serverEnv.NEXTAUTH_URL, serverEnv.DEMO === "1");
  return Promise.race([
    web.ended.then(() => `The web server ended by itself${log === "-" ? "" : `; its log is ${log}`}.`),
    database.ended.then(() => `The database ended by itself; its log is ${join(dataFolder, "postgres.log")}.`),
  ]);
}

/**
 * Brings everything up, stays until somebody asks to stop, and takes everything down again.
 *
 * @param {{ production: boolean }} mode  the production build, or the framework's development server
 */
export async function runSession({ production }) {
  checkNode();
  const port = readPort(process.env);
  const claim = await claimFolder(`http://localhost:${port}`);
  undo.push(claim.release, endDatabase);
  const stopped = askedToStop();
  try {
    await checkPort(port, claim.afterCrash ? 5_000 : 0);
    checkSpace(neededSpace());
    if (!existsSync(modulePath())) console.error("First start: this takes a minute or two.");
    const end = await Promise.race([stopped, bringUp(process.env, port, production)]);
    if (end !== "asked") throw new Trouble(end);
    console.log("\nStopping …");
  } finally {
    await undoAll();
  }
  console.log("Stopped.");
}
