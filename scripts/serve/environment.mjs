import { secretsOf } from "./secrets.mjs";

/**
 * Where a database of one's own is: as the application, and as whoever makes the tables; nothing where there is none.
 *
 * @returns {{ url: string, ownerUrl: string } | undefined}
 */
export function urlsFrom({ DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl }) {
  return url ? { url, ownerUrl: ownerUrl || url } : undefined;
}

/**
 * What the web server and the loader of the bank are told. Demonstration accounts belong to the embedded database; beside
 * a database of one's own they must be asked for with DEMO=1. The owner of the tables stays with us. Secrets must be given
 * where the work is for real: in production beside a database of one's own.
 *
 * @param {{ env: Record<string, string | undefined>, port: number, url: string, embedded: boolean, production?: boolean }} given
 */
export function serverEnvironment({ env: given, port, url, embedded, production = true }) {
  const { MIGRATION_DATABASE_URL: _, ...env } = given;
  const address = env.NEXTAUTH_URL ?? `http://localhost:${port}`;
  const demo = env.DEMO ?? (embedded ? "1" : "0");
  return {
    ...env,
    ...secretsOf({ env, mustBeGiven: production && !embedded && demo !== "1" }),
    PORT: String(port),
    DATABASE_URL: url,
    NEXTAUTH_URL: address,
    DEMO: demo,
  };
}
