import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { log, outsideRequests } from "../observe";
import { Prisma, PrismaClient } from "./generated/client";
import { countSetting, setting } from "./settings";
import { statementNames } from "./statement-names";

/** The database inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** The database, inside a transaction or not. */
export type Database = PrismaClient | Transaction;

interface Connection {
  readonly pool: pg.Pool;
  /** For what keeps a connection to itself: the same, unless there is an address of its own for that. */
  readonly sessions: pg.Pool;
  readonly client: PrismaClient;
  /** The name that a statement has on each connection; an empty one is none. */
  readonly nameOf: (query: { readonly sql: string }) => string;
}

/** One connection a process; kept beside the modules, because a development server loads those again and again. */
const kept = globalThis as typeof globalThis & { nablaConnection?: Connection };

export function connection(): Connection {
  kept.nablaConnection ??= connect();
  return kept.nablaConnection;
}

function connect(): Connection {
  const most = countSetting("DATABASE_CONNECTIONS", 10);
  const pool = poolAt(setting("DATABASE_URL"), most);
  const direct = process.env.SESSION_DATABASE_URL;
  const sessions = direct ? poolAt(direct, mostSessions) : pool;
  // What stands between us and the database, where sessions need a way of their own, hands connections around and keeps no statements.
  const nameOf = direct ? () => "" : statementNames(mostNamed);
  return {
    pool,
    sessions,
    nameOf,
    client: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }) }),
  };
}

/** More statements than the application has, apart from those with lists. */
const mostNamed = 500;

/** In milliseconds: whoever waits longer for a connection is told that the database is away. */
const longestWait = 10_000;

/** Jobs listen on one, hold one each while they run, and one more for each lock. */
const mostSessions = 6;

function poolAt(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: longestWait, keepAlive: true });
  // A connection that breaks while nobody uses it concerns nobody: the next use opens another.
  pool.on("error", ({ message }) =>
    outsideRequests(() => log.warn({ message }, "an idle connection to the database was lost")),
  );
  // One that breaks in use fails the query that uses it, which says so.
  pool.on("connect", (client) => client.on("error", ({ message }) => log.debug({ message }, "a connection was lost")));
  return pool;
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
 * Connections for what one connection must stay the same for: locks that belong to it, and listening. A pooler that gives a
 * connection to another after each transaction must not stand before these: SESSION_DATABASE_URL leads past it.
 */
export function sessions(): pg.Pool {
  return connection().sessions;
}

/**
 * Runs a short piece of work that happens as a whole or not at all. Nothing is computed inside that could have been
 * computed before. It is given ten seconds; what nobody waits for may ask for more.
 */
export function inTransaction<T>(work: (transaction: Transaction) => Promise<T>, seconds = 10): Promise<T> {
  return database().$transaction(work, { maxWait: 10_000, timeout: 1_000 * seconds });
}

/** Lets go of the database, so that a script can end. */
export async function closeDatabase(): Promise<void> {
  const open = kept.nablaConnection;
  if (!open) return;
  kept.nablaConnection = undefined;
  await open.client.$disconnect();
  await open.pool.end();
  if (open.sessions !== open.pool) await open.sessions.end();
}

/** True where a row with the same unique fields was there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
