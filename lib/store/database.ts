import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { log } from "../observe";
import { Prisma, PrismaClient } from "./generated/client";
import { setting } from "./settings";

/** The database inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** The database, inside a transaction or not. */
export type Database = PrismaClient | Transaction;

interface Connection {
  readonly pool: pg.Pool;
  readonly client: PrismaClient;
}

/** One connection a process; kept beside the modules, because a development server loads those again and again. */
const kept = globalThis as typeof globalThis & { nablaConnection?: Connection };

function connection(): Connection {
  kept.nablaConnection ??= connect();
  return kept.nablaConnection;
}

function connect(): Connection {
  const pool = new pg.Pool({ connectionString: setting("DATABASE_URL"), max: 10 });
  // A connection that breaks while nobody uses it concerns nobody: the next use opens another.
  pool.on("error", ({ message }) => log.warn({ message }, "an idle connection to the database was lost"));
  // One that breaks in use fails the query that uses it, which says so.
  pool.on("connect", (client) => client.on("error", ({ message }) => log.debug({ message }, "a connection was lost")));
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** The tables. */
export function database(): PrismaClient {
  return connection().client;
}

/** The connections under the tables, for what speaks SQL itself. */
export function pool(): pg.Pool {
  return connection().pool;
}

/**
 * Runs a short piece of work that happens as a whole or not at all. Nothing is computed inside that could have been
 * computed before.
 */
export function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction(work, { maxWait: 10_000, timeout: 10_000 });
}

/** Lets go of the database, so that a script can end. */
export async function closeDatabase(): Promise<void> {
  const open = kept.nablaConnection;
  if (!open) return;
  kept.nablaConnection = undefined;
  await open.client.$disconnect();
  await open.pool.end();
}

/** True where a row with the same unique fields was there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
