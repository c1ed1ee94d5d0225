import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * Gives each file of integration tests a copy of the migrated, empty database, so that no file sees another's rows. The tests work
 * with the application's rights; what only the owner may do is done by MIGRATION_DATABASE_URL.
 */
const template = new URL(process.env.TEMPLATE_OWNER_URL ?? "");
const name = `copy_${randomBytes(8).toString("hex")}`;

const maintenance = new URL(template);
maintenance.pathname = "/postgres";
const client = new pg.Client(maintenance.href);
await client.connect();
await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
await client.end();

for (const [variable, original] of [
  ["DATABASE_URL", process.env.TEMPLATE_DATABASE_URL],
  ["MIGRATION_DATABASE_URL", process.env.TEMPLATE_OWNER_URL],
] as const) {
  const copy = new URL(original ?? "");
  copy.pathname = `/${name}`;
  process.env[variable] = copy.href;
}
