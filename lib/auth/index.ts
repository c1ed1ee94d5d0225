import "server-only";

export { type CredentialsError, checkCredentials, foldEmail, provesPassword } from "./credentials";
export { addressIn, asGuest, viewer, viewerForWork, viewerOf } from "./current";
export { demoEmail, isDemoEmail } from "./demo";
export { newGuestId } from "./guest";
export { type AuthHooks, authRoute } from "./next-auth";
export { hashPassword } from "./passwords";
export { guardServer } from "./server";
export { closeSession, openSession } from "./session";
export { keepTaste, tasteOf } from "./tastes";
export { isSignedIn, mayTeach, type Role, type Viewer } from "./viewer";
