import { viewerOf } from "../../auth";
import { fail, ok, type Result } from "../../base";
import { database, takeRooms } from "../../store";
import { type ServiceError, tooMany } from "../error";
import { hashOf, isScope } from "./tokens";
import type { Holder, Scope } from "./views";

const pattern = /^Bearer +(nabla_[\w-]{43})$/i;

const unknown: ServiceError = {
  code: "sign-in-needed",
  message: "Send a valid token: Authorization: Bearer nabla_… It may be mistyped, expired or revoked.",
};

/** The program behind an `Authorization` header. Its person is read from the database, so what they lost it has lost. */
export async function holderOf(
  authorization: string | null,
  address: string,
  now: Date,
): Promise<Result<Holder, ServiceError>> {
  const text = pattern.exec(authorization ?? "")?.[1];
  const row = text === undefined ? null : await database().apiToken.findUnique({ where: { hash: hashOf(text) } });
  const isValid = row && row.revokedAt === null && (row.expiresAt === null || row.expiresAt > now);
  const viewer = isValid ? await viewerOf(row.personId, address) : null;
  if (!isValid || !viewer || viewer.personId === null) {
    const wait = await takeRooms([["api-wrong-token", address]]);
    return wait === null ? fail(unknown) : tooMany(wait);
  }
  const wait = await takeRooms([["api-token", row.id]]);
  if (wait !== null) return tooMany(wait);
  await noteUse(row.id, now);
  const { personId } = viewer;
  return ok({ viewer: { ...viewer, personId }, scopes: row.scopes.filter(isScope), courseId: row.courseId });
}

/** To the minute, so that reading does not write each time. */
async function noteUse(id: string, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  const isStale = { OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: minuteAgo } }] };
  await database().apiToken.updateMany({ where: { id, ...isStale }, data: { lastUsedAt: now } });
}

/** Why a token does not reach; nothing where it does. One of the scopes is enough. */
export function scopeMissing(holder: Holder, needed: readonly Scope[]): ServiceError | undefined {
  if (needed.some((scope) => holder.scopes.includes(scope))) return undefined;
  return { code: "refused", message: `This token lacks the scope ${needed.join(" or ")}.` };
}
