import { createHmac } from "node:crypto";
import { fail, ok, type Result } from "../base";
import { type Counted, database, giveRoomsBack, log, recordAct, setting, takeRoom } from "../store";
import { isDemoEmail } from "./demo";
import { matchesPassword } from "./passwords";

export type CredentialsError = { readonly code: "wrong" } | { readonly code: "too-many"; readonly retryAfter: number };

/** An email as it is stored and looked up. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

interface Given {
  readonly email: string;
  readonly password: string;
}

type Checked = Result<{ readonly personId: string }, CredentialsError>;

/** Checks an email and a password for somebody who wants in, and keeps what came of it in the audit log. */
export async function checkCredentials(given: Given, address: string): Promise<Checked> {
  const checked = await provesPassword(given, address);
  if (checked.ok) {
    const { personId } = checked.value;
    await recordAct(database(), { action: "signed-in", by: personId, subject: personId });
  } else {
    const facts = { account: accountMark(given.email), why: checked.error.code };
    await recordAct(database(), { action: "sign-in-refused", by: null, facts });
  }
  return checked;
}

/** Refusals at one account stand together in the log; whose it is cannot be read out of it, nor tried out without our secret. */
function accountMark(email: string): string {
  return createHmac("sha256", setting("AUTH_SECRET"))
    .update(`account ${foldEmail(email)}`)
    .digest("base64url");
}

/**
 * Checks an email and a password. An unknown email and a wrong password are refused in the same words and the same time.
 * Only wrong guesses count towards the limits.
 */
export async function provesPassword(given: Given, address: string): Promise<Checked> {
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
