export { isSignedIn, mayTeach, type Role, type Viewer } from "./viewer";

import type { Viewer } from "./viewer";

/** Who is asking: the signed-in person, the guest of the cookie, or nobody. Works wherever Next gives cookies. */
export declare function viewer(): Promise<Viewer>;

/** As {@link viewer}, but makes a guest and sets the cookie for a visitor who is nobody yet. For server actions only. */
export declare function viewerForWork(): Promise<Viewer>;

/** Signs this browser in, and forgets the guest it was. For server actions, after a service has said who it is. */
export declare function openSession(personId: string): Promise<void>;

/** Signs this browser out. For server actions. */
export declare function closeSession(): Promise<void>;

/** Called after a sign-in through NextAuth's own address, with the guest whose work is to be adopted. */
export interface AuthHooks {
  readonly onSignIn: (guestId: string, personId: string) => Promise<unknown>;
}

/** GET and POST of app/api/auth/[...nextauth]/route.ts: `authRoute({ onSignIn: adoptGuestWork })`. */
export declare function authRoute(hooks: AuthHooks): (request: Request, context: unknown) => Promise<Response>;
