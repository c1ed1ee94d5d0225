import { invariant } from "../base";

const secrets = ["AUTH_SECRET", "NABLA_SECRET"] as const;

/** In characters. */
const shortestSecret = 32;

/** A setting of the server that it cannot do without. */
export function setting(name: "DATABASE_URL" | "WORKER_FILES" | (typeof secrets)[number]): string {
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

/** A whole number that may be set, from 1; a mistake in it stops the server rather than being guessed at. */
export function countSetting(
  name: "GRADER_THREADS" | "GRADER_QUEUE" | "DATABASE_CONNECTIONS",
  otherwise: number,
): number {
  const text = process.env[name]?.trim();
  if (!text) return otherwise;
  invariant(
    /^[1-9]\d{0,5}$/.test(text),
    `the environment variable ${name} must be a whole number from 1, and it is "${text}"`,
  );
  return Number(text);
}

/** True where one click enters as a demonstration person. */
export function isDemo(): boolean {
  return process.env.DEMO === "1";
}
