import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database, isDemo, type Prisma, setting } from "../store";
import { cookieFlags, guestAge, guestCookieName } from "./cookies";
import { isDemoEmail } from "./demo";
import { guestToken, newGuestId, readGuestToken } from "./guest";
import { markOf, type ShownSession, shownSession } from "./session";
import type { Viewer } from "./viewer";

/** Who is asking: the signed-in person, the guest of the cookie, or nobody. Works wherever Next gives cookies. */
export const viewer: () => Promise<Viewer> = cache(async () => {
  const address = await addressOfRequest();
  const session = await shownSession();
  const person = session && (await viewerOfSession(session, address));
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
  return viewerAs(await personWith(personId), address);
}

/** As {@link viewerOf}; `null`, too, where the person has another password since the session was opened. */
export async function viewerOfSession({ personId, mark }: ShownSession, address: string): Promise<Viewer | null> {
  const person = await personWith(personId);
  return person && markOf(person.passwordHash) === mark ? viewerAs(person, address) : null;
}

type Person = Prisma.PersonGetPayload<object>;

function personWith(id: string): Promise<Person | null> {
  return database().person.findUnique({ where: { id } });
}

function viewerAs(person: Person | null, address: string): Viewer | null {
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
