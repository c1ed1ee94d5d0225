import type pg from "pg";
import { connection } from "./database";

/** Statements of one transaction: what the tables' own transactions and {@link inStatements} have in common. */
export interface Statements {
  /** The rows that a statement gives; its values go in as parameters. */
  $queryRaw<T = unknown>(text: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  /** How many rows a statement has changed. */
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

/**
 * As `inTransaction`, for the few transactions that a whole class makes at once: its statements go straight to the database. A statement
 * that takes longer than ten seconds fails.
 */
export async function inStatements<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
  const { pool, nameOf } = connection();
  const client = await pool.connect();
  try {
    await client.query("BEGIN; SET LOCAL statement_timeout = '10s'");
    const done = await work(statementsOf(client, nameOf));
    await client.query("COMMIT");
    client.release();
    return done;
  } catch (error) {
    // A connection that cannot even go back is not given to anybody else.
    const broken = await client.query("ROLLBACK").then(
      () => undefined,
      (failure: Error) => failure,
    );
    client.release(broken);
    throw error;
  }
}

type NameOf = (query: { readonly sql: string }) => string;

function statementsOf(client: pg.PoolClient, nameOf: NameOf): Statements {
  const run = (parts: TemplateStringsArray, values: unknown[]) => {
    const text = parts.reduce((before, part, place) => `${before}$${place}${part}`);
    return client.query({ text, values, name: nameOf({ sql: text }) });
  };
  return {
    $queryRaw: async <T>(text: TemplateStringsArray, ...values: unknown[]) => (await run(text, values)).rows as T,
    $executeRaw: async (text, ...values) => (await run(text, values)).rowCount ?? 0,
  };
}
