import { invariant } from "../base";

const secrets = ["AUTH_SECRET", "NABLA_SECRET"] as const;

/** In characters. */
const shortestSecret = 32;

/** A setting of the server that it cannot do without. */
export function setting(name: "DATABASE_URL" | (typeof secrets)[number]): string {
  const value = process.env[name];
  invariant(value !== undefined && value !== "", `the environment variable ${name} is not set`);
  return value;
}

/** Ends a server that was started without what it needs, before it answers anybody. */
export function checkSettings(): void {
  setting("DATABASE_URL");
  for (const name of secrets)
    invariant(setting(name).length >= shortestSecret, `${name} has at least ${shortestSecret} characters`);
}

/** True where one click enters as a demonstration person. */
export function isDemo(): boolean {
  return process.env.DEMO === "1";
}
