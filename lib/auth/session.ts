import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { setting } from "../store";
import { cookieFlags, guestCookieName, sessionAge, sessionCookieName } from "./cookies";

/** Signs this browser in, and forgets the guest it was. For server actions, after a service has said who it is. */
export async function openSession(personId: string): Promise<void> {
  const token = await encode({ token: { sub: personId }, secret: setting("AUTH_SECRET"), maxAge: sessionAge });
  const jar = await cookies();
  jar.set(sessionCookieName(), token, cookieFlags(sessionAge));
  jar.delete(guestCookieName());
}

/** Signs this browser out. For server actions. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  jar.delete(sessionCookieName());
}

/** Whose session this browser shows; `null` where there is none, or none that we gave and that still lasts. */
export async function personOfSession(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    const content = await decode({ token, secret: setting("AUTH_SECRET") });
    return typeof content?.sub === "string" ? content.sub : null;
  } catch {
    return null;
  }
}
