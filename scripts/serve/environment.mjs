import { keepSecret } from "./settings.mjs";

/**
 * What the web server and the loader of the bank are told. Demonstration accounts belong to the embedded database; beside
 * a database of one's own they must be asked for with DEMO=1.
 */
export function serverEnvironment({ env, port, url, embedded }) {
  const address = env.NEXTAUTH_URL ?? `http://localhost:${port}`;
  return {
    ...env,
    PORT: String(port),
    DATABASE_URL: url,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: keepSecret("NEXTAUTH_SECRET", env),
    NABLA_SECRET: keepSecret("NABLA_SECRET", env),
    DEMO: env.DEMO ?? (embedded ? "1" : "0"),
  };
}
