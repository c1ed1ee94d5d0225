import { randomBytes } from "node:crypto";
import pg from "pg";

/** Gives each file of integration tests a copy of the migrated, empty database, so that no file sees another's rows. */
const template = new URL(process.env.TEMPLATE_DATABASE_URL ?? "");
const name = `copy_${randomBytes(8).toString("hex")}`;

const maintenance = new URL(template);
maintenance.pathname = "/postgres";
const client = new pg.Client(maintenance.href);
await client.connect();
await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
await client.end();

const copy = new URL(template);
copy.pathname = `/${name}`;
process.env.DATABASE_URL = copy.href;
