import { fail, ok, type Result } from "../base";
import { database, giveRoomBack, type Limit, log, takeRoom } from "../store";
import { isDemoEmail } from "./demo";
import { matchesPassword } from "./passwords";

/** Wrong guesses, at one account from one place, at one account from everywhere, and from one place at all accounts. */
const atAccountFromAddress: Limit = { name: "sign-in-pair", times: 20, seconds: 900 };
const atAccount: Limit = { name: "sign-in-email", times: 100, seconds: 900 };
const fromAddress: Limit = { name: "sign-in-address", times: 600, seconds: 900 };

export type CredentialsError = { readonly code: "wrong" } | { readonly code: "too-many"; readonly retryAfter: number };

/** An email as it is stored and looked up. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Checks an email and a password. An unknown email and a wrong password are refused in the same words and the same time.
 * Only wrong guesses count towards the limits.
 */
export async function checkCredentials(
  given: { readonly email: string; readonly password: string },
  address: string,
): Promise<Result<{ readonly personId: string }, CredentialsError>> {
  const email = foldEmail(given.email);
  const counted: [Limit, string][] = [
    [atAccountFromAddress, `${email} ${address}`],
    [atAccount, email],
    [fromAddress, address],
  ];
  const rooms = await Promise.all(counted.map(([limit, key]) => takeRoom(limit, key)));
  const full = rooms.find((room) => !room.free);
  if (full && !full.free) {
    log.warn({ retryAfter: full.retryAfter }, "too many sign-ins");
    return fail({ code: "too-many", retryAfter: full.retryAfter });
  }

  const person = isDemoEmail(email) ? null : await database().person.findUnique({ where: { email } });
  const matches = await matchesPassword(given.password, person?.passwordHash ?? null);
  if (!person || !matches) return fail({ code: "wrong" });

  await Promise.all(counted.map(([limit, key]) => giveRoomBack(limit, key)));
  return ok({ personId: person.id });
}
