import { invariant } from "../base";

/** A setting of the server that it cannot do without. */
export function setting(name: "DATABASE_URL" | "NEXTAUTH_SECRET" | "NABLA_SECRET"): string {
  const value = process.env[name];
  invariant(value !== undefined && value !== "", `the environment variable ${name} is not set`);
  return value;
}

/** True where one click enters as a demonstration person. */
export function isDemo(): boolean {
  return process.env.DEMO === "1";
}
