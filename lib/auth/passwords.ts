import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB, two passes and one lane, as OWASP has it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Keyboards write the same letter in different ways. */
const written = (password: string): string => password.normalize("NFKC");

/** A password as it is stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(written(password), cost);
}

let decoy: Promise<string> | undefined;

/** Compares a password with what is stored. Where nothing is stored it says no, and takes as long about it. */
export async function matchesPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await decoy), written(password));
  return matches && stored !== null;
}
