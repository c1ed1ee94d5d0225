import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { database, recordAct, setting } from "../store";
import { cookieFlags, cookieName, isSecure, sessionAge, sessionCookieName } from "./cookies";
import { type CredentialsError, checkCredentials } from "./credentials";
import { addressOfRequest, guestOfCookie, viewerOfSession } from "./current";
import { sessionIn, tokenFor } from "./session";

/** Called after a sign-in through NextAuth's own address, with the guest whose work is to be adopted. */
export interface AuthHooks {
  readonly onSignIn: (guestId: string, personId: string) => Promise<unknown>;
}

const credentials = z.object({ email: z.string().max(254), password: z.string().max(200) });

/** What both ways in have in common: our own forms, and NextAuth's address. */
function authOptions({ onSignIn }: AuthHooks, onRefusal: (why: CredentialsError) => void): NextAuthOptions {
  return {
    secret: setting("AUTH_SECRET"),
    session: { strategy: "jwt", maxAge: sessionAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieFlags(sessionAge) },
      callbackUrl: { name: cookieName("nabla.callback"), options: { ...cookieFlags(sessionAge), maxAge: undefined } },
      csrfToken: { name: cookieName("nabla.csrf"), options: { ...cookieFlags(sessionAge), maxAge: undefined } },
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const entered = await authorize(given, onSignIn);
          if ("id" in entered) return entered;
          onRefusal(entered);
          return null;
        },
      }),
    ],
    events: { signOut: ({ token }) => recordSignOut(token) },
    callbacks: {
      jwt: async ({ token: { sub, mark, exp }, user }) =>
        user ? { ...(await tokenFor(user.id)), exp } : { sub, mark, exp },
      session: async ({ session, token }) => {
        const opened = sessionIn(token);
        const person = opened && (await viewerOfSession(opened, ""));
        return { expires: session.expires, ...(person && { user: { name: person.name, email: person.email } }) };
      },
      // Only back to pages of our own, whatever host and port they are asked for at.
      redirect: ({ url, baseUrl }) => {
        const target = new URL(url, baseUrl);
        return target.origin === new URL(baseUrl).origin ? `${target.pathname}${target.search}` : "/";
      },
    },
  };
}

async function recordSignOut({ sub }: { readonly sub?: string }): Promise<void> {
  const person = sub ? await database().person.findUnique({ where: { id: sub } }) : null;
  if (person) await recordAct(database(), { action: "signed-out", by: person.id, subject: person.id });
}

async function authorize(
  given: unknown,
  onSignIn: AuthHooks["onSignIn"],
): Promise<{ readonly id: string } | CredentialsError> {
  const read = credentials.safeParse(given);
  if (!read.success) return { code: "wrong" };
  const checked = await checkCredentials(read.data, await addressOfRequest());
  if (!checked.ok) return checked.error;
  const guestId = await guestOfCookie();
  if (guestId !== null) await onSignIn(guestId, checked.value.personId);
  return { id: checked.value.personId };
}

/** GET and POST of app/api/auth/[...nextauth]/route.ts: `authRoute({ onSignIn: adoptGuestWork })`. */
export function authRoute(hooks: AuthHooks): (request: Request, context: unknown) => Promise<Response> {
  // Whatever host and port we are asked at is ours: NEXTAUTH_URL need not know the port.
  process.env.AUTH_TRUST_HOST ??= "1";
  return async (request, context) => {
    let refusal: CredentialsError | undefined;
    const options = authOptions(hooks, (why) => {
      refusal = why;
    });
    const response: Response = await NextAuth(options)(request, context);
    if (refusal?.code === "too-many") return tooMany(refusal.retryAfter);
    response.headers.set("cache-control", "no-store");
    return response;
  };
}

/** NextAuth has no words for it: it would say that the password is wrong. */
function tooMany(retryAfter: number): Response {
  const headers = { "retry-after": String(retryAfter), "cache-control": "no-store" };
  return Response.json({ error: "TooManyRequests", url: null }, { status: 429, headers });
}
