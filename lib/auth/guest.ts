import { createHmac, timingSafeEqual } from "node:crypto";
import { v7 } from "uuid";

/** A new guest's id. */
export function newGuestId(): string {
  return v7();
}

function signature(guestId: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`guest ${guestId}`).digest();
}

/** What the guest's cookie holds: the id, and a proof that we gave it. */
export function guestToken(guestId: string, secret: string): string {
  return `${guestId}.${signature(guestId, secret).toString("base64url")}`;
}

/** The guest's id out of a cookie; `null` where the cookie is not one of ours. */
export function readGuestToken(token: string, secret: string): string | null {
  const [guestId = "", proof = ""] = token.split(".");
  const [given, wanted] = [Buffer.from(proof, "base64url"), signature(guestId, secret)];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? guestId : null;
}
