import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database, isDemo, setting } from "../store";
import { cookieFlags, guestAge, guestCookieName } from "./cookies";
import { isDemoEmail } from "./demo";
import { guestToken, newGuestId, readGuestToken } from "./guest";
import { personOfSession } from "./session";
import type { Viewer } from "./viewer";

/** Who is asking: the signed-in person, the guest of the cookie, or nobody. Works wherever Next gives cookies. */
export const viewer: () => Promise<Viewer> = cache(async () => {
  const address = await addressOfRequest();
  const personId = await personOfSession();
  const person = personId === null ? null : await viewerOf(personId, address);
  return person ?? asGuest(await guestOfCookie(), address);
});

/** As {@link viewer}, but gives a visitor who is nobody yet a guest's cookie. For server actions only. */
export async function viewerForWork(): Promise<Viewer> {
  const found = await viewer();
  if (found.personId !== null) return found;
  const guestId = newGuestId();
  const token = guestToken(guestId, setting("AUTH_SECRET"));
  (await cookies()).set(guestCookieName(), token, cookieFlags(guestAge));
  return asGuest(guestId, found.address);
}

/** A person as they are in the database now; `null` where there is no such account (any more). */
export async function viewerOf(personId: string, address: string): Promise<Viewer | null> {
  const person = await database().person.findUnique({ where: { id: personId } });
  if (!person || person.email === null) return null;
  if (isDemoEmail(person.email) && !isDemo()) return null;
  return { personId: person.id, role: person.role, name: person.name, email: person.email, address };
}

/** A guest has an id and nothing else; the database knows them only after their first answer. */
export function asGuest(guestId: string | null, address: string): Viewer {
  return { personId: guestId, role: "guest", name: null, email: null, address };
}

/** The guest of this browser's cookie. */
export async function guestOfCookie(): Promise<string | null> {
  const token = (await cookies()).get(guestCookieName())?.value;
  return token ? readGuestToken(token, setting("AUTH_SECRET")) : null;
}

export async function addressOfRequest(): Promise<string> {
  return addressIn(await headers());
}

/** Where a request came from. The server has put the one address there that it believes. */
export function addressIn(head: Pick<Headers, "get">): string {
  return head.get("x-forwarded-for") || "unknown";
}
