import { secretsOf } from "./secrets.mjs";

/**
 * What the web server and the loader of the bank are told. Demonstration accounts belong to the embedded database; beside
 * a database of one's own they must be asked for with DEMO=1. Secrets must be given where the work is for real: in production
 * beside a database of one's own.
 */
export function serverEnvironment({ env, port, url, embedded, production = true }) {
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
