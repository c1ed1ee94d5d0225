import { createHmac } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { database, setting } from "../store";
import { cookieFlags, guestCookieName, sessionAge, sessionCookieName } from "./cookies";

/** Whose session a browser shows, and a mark of the password that it was opened with. */
export interface ShownSession {
  readonly personId: string;
  readonly mark: string;
}

/** Marks a session with the password of its time: with another password, the sessions of before are over. */
export function markOf(passwordHash: string | null): string {
  return createHmac("sha256", setting("AUTH_SECRET"))
    .update(`session ${passwordHash ?? ""}`)
    .digest("base64url")
    .slice(0, 22);
}

/** What the token of a session says: it names a person and says nothing about them, for that is read anew on every request. */
export async function tokenFor(personId: string): Promise<{ sub: string; mark: string }> {
  const { passwordHash } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true },
  });
  return { sub: personId, mark: markOf(passwordHash) };
}

/** Signs this browser in, and forgets the guest it was. For server actions, after a service has said who it is. */
export async function openSession(personId: string): Promise<void> {
  const token = await encode({
    token: await tokenFor(personId),
    secret: setting("AUTH_SECRET"),
    maxAge: sessionAge,
  });
  const jar = await cookies();
  jar.set(sessionCookieName(), token, cookieFlags(sessionAge));
  jar.delete({ name: guestCookieName(), ...cookieFlags(0) });
}

/** Signs this browser out, and forgets the guest it may have been. For server actions. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  // Browsers take a deletion, too, only with the flags that the prefix of the name asks for.
  for (const name of [sessionCookieName(), guestCookieName()]) jar.delete({ name, ...cookieFlags(0) });
}

/** The session that this browser shows; `null` where there is none, or none that we gave and that still lasts. */
export async function shownSession(): Promise<ShownSession | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    return sessionIn(await decode({ token, secret: setting("AUTH_SECRET") }));
  } catch {
    return null;
  }
}

/** The session that a token's content is about. */
export function sessionIn(content: Readonly<Record<string, unknown>> | null): ShownSession | null {
  if (typeof content?.sub !== "string" || typeof content.mark !== "string") return null;
  return { personId: content.sub, mark: content.mark };
}
