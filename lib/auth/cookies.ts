/** Behind https the cookies say so, and browsers then refuse them anywhere else. */
export function isSecure(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** A name that, behind https, no other host or path can set: browsers hold whoever has this prefix to it. */
export function cookieName(plain: string): string {
  return isSecure() ? `__Host-${plain}` : plain;
}

/** NextAuth's address and ours share the session. */
export const sessionCookieName = (): string => cookieName("nabla.session");
export const guestCookieName = (): string => cookieName("nabla.guest");

const day = 24 * 60 * 60;

/** Seconds that a session lasts from sign-in, that a guest's work waits, and that a browser remembers a taste. */
export const sessionAge = 30 * day;
export const guestAge = 180 * day;
export const tasteAge = 365 * day;

/** Out of reach of scripts, and not sent along from other sites' forms. */
export function cookieFlags(maxAge: number) {
  return { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge } as const;
}
