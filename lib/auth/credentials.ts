import { fail, ok, type Result } from "../base";
import { type Counted, database, giveRoomsBack, log, takeRoom } from "../store";
import { isDemoEmail } from "./demo";
import { matchesPassword } from "./passwords";

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
  const counted: readonly Counted[] = [
    ["sign-in-pair", `${email} ${address}`],
    ["sign-in-email", email],
    ["sign-in-address", address],
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

  await giveRoomsBack(counted);
  return ok({ personId: person.id });
}
