import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { setting } from "../store";
import { cookieFlags, isSecure, sessionAge, sessionCookieName } from "./cookies";
import { checkCredentials } from "./credentials";
import { addressOfRequest, guestOfCookie, viewerOf } from "./current";

/** Called after a sign-in through NextAuth's own address, with the guest whose work is to be adopted. */
export interface AuthHooks {
  readonly onSignIn: (guestId: string, personId: string) => Promise<unknown>;
}

const credentials = z.object({ email: z.string().max(254), password: z.string().max(200) });

/** What both ways in have in common: our own forms, and NextAuth's address. */
function authOptions({ onSignIn }: AuthHooks): NextAuthOptions {
  return {
    secret: setting("AUTH_SECRET"),
    session: { strategy: "jwt", maxAge: sessionAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieFlags(sessionAge) } },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given) => authorize(given, onSignIn),
      }),
    ],
    callbacks: {
      // The token names a person and says nothing about them: that is read anew on every request.
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub, exp: token.exp }),
      session: async ({ session, token }) => {
        const person = typeof token.sub === "string" ? await viewerOf(token.sub, "") : null;
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

async function authorize(given: unknown, onSignIn: AuthHooks["onSignIn"]): Promise<{ id: string } | null> {
  const read = credentials.safeParse(given);
  if (!read.success) return null;
  const checked = await checkCredentials(read.data, await addressOfRequest());
  if (!checked.ok) return null;
  const guestId = await guestOfCookie();
  if (guestId !== null) await onSignIn(guestId, checked.value.personId);
  return { id: checked.value.personId };
}

/** GET and POST of app/api/auth/[...nextauth]/route.ts: `authRoute({ onSignIn: adoptGuestWork })`. */
export function authRoute(hooks: AuthHooks): (request: Request, context: unknown) => Promise<Response> {
  // Whatever host and port we are asked at is ours: NEXTAUTH_URL need not know the port.
  process.env.AUTH_TRUST_HOST ??= "1";
  return (request, context) => NextAuth(authOptions(hooks))(request, context);
}
