/** Behind https the cookies say so, and browsers then refuse them anywhere else. */
export function isSecure(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** NextAuth's own name, so that its address and ours share the session. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function guestCookieName(): string {
  return isSecure() ? "__Host-nabla.guest" : "nabla.guest";
}

const day = 24 * 60 * 60;

/** Seconds that a session lasts from sign-in, and that a guest's work waits. */
export const sessionAge = 30 * day;
export const guestAge = 180 * day;

/** Out of reach of scripts, and not sent along from other sites' forms. */
export function cookieFlags(maxAge: number) {
  return { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge } as const;
}
