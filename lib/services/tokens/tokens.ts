import { createHash, randomBytes } from "node:crypto";
import { validate as isUuid, v7 } from "uuid";
import { isSignedIn, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database, inTransaction, log, type Prisma, recordAct, storable, takeRooms } from "../../store";
import { memberWith } from "../courses/rights";
import { type FieldComplaints, notFound, refused, signInNeeded, tooMany } from "../error";
import type { Reply } from "../reply";
import { type Scope, scopes, type TokenInput, type TokensView, type TokenView } from "./views";

const mostTokens = 50;
const longestName = 60;
const day = 24 * 60 * 60 * 1_000;
const lifetimes = ["7", "30", "90", "365"];

/** The beginning of every token, by which a leaked one is recognised. */
export const tokenPrefix = "nabla_";

/** Tokens are long and random, so a plain hash cannot be undone by trying. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const tokenInclude = { course: { select: { title: true } } } satisfies Prisma.ApiTokenInclude;

type Loaded = Prisma.ApiTokenGetPayload<{ include: typeof tokenInclude }>;

/** The viewer's own tokens, the newest first. */
export async function listTokens(viewer: Viewer, now: Date): Reply<TokensView> {
  if (viewer.personId === null || !isSignedIn(viewer)) return signInNeeded();
  const [rows, courses] = await Promise.all([
    database().apiToken.findMany({
      where: { personId: viewer.personId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      include: tokenInclude,
    }),
    database().course.findMany({
      where: coursesWithToken(viewer),
      orderBy: { createdAt: "desc" },
      select: { id: true, title: true },
    }),
  ]);
  return ok({ tokens: rows.map((row) => tokenView(row, now)), courses });
}

/** The courses that somebody's token can read: those whose instructor they are now. */
export function coursesWithToken({ personId, role }: Viewer): Prisma.CourseWhereInput {
  if (role === "admin") return {};
  return { enrolments: { some: { personId: personId ?? "", role: "instructor", leftAt: null } } };
}

/** Makes a token. Its text is given this once. */
export async function makeToken(
  viewer: Viewer,
  input: TokenInput,
  now: Date,
): Reply<{ readonly text: string; readonly token: TokenView }> {
  const { personId } = viewer;
  if (personId === null || !isSignedIn(viewer)) return signInNeeded();
  const complaints = await complaintsOf(viewer, input);
  if (complaints) return refused("Look at the marked fields again.", complaints);
  const wait = await takeRooms([["token-person", personId]]);
  if (wait !== null) return tooMany(wait);
  const valid = { personId, revokedAt: null, expiresAt: { gt: now } };
  if ((await database().apiToken.count({ where: valid })) >= mostTokens)
    return refused(`You have ${mostTokens} tokens. Revoke one that is not used any more first.`);
  const text = `${tokenPrefix}${randomBytes(32).toString("base64url")}`;
  const id = v7();
  const courseId = input.courseId || null;
  const create = {
    data: {
      id,
      personId,
      courseId,
      name: nameOf(input),
      hash: hashOf(text),
      start: text.slice(0, tokenPrefix.length + 6),
      scopes: scopes.filter((scope) => input.scopes.includes(scope)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + Number(input.days) * day),
    },
    include: tokenInclude,
  };
  const row = await inTransaction(async (transaction) => {
    await recordAct(transaction, { action: "token-made", by: personId, subject: id, courseId });
    return transaction.apiToken.create(create);
  });
  log.info({ token: id }, "token made");
  return ok({ text, token: tokenView(row, now) });
}

function nameOf({ name }: TokenInput): string {
  return storable(name).replace(/\s+/g, " ").trim();
}

async function complaintsOf(viewer: Viewer, input: TokenInput): Promise<FieldComplaints | undefined> {
  const name = nameOf(input);
  const isCourse = input.courseId === "" || (await memberWith(viewer, input.courseId, "token")).ok;
  const complaints: FieldComplaints = {
    ...(name === "" && { name: { message: "Give it a name by which you know it again." } }),
    ...(name.length > longestName && { name: { message: `At most ${longestName} characters.` } }),
    ...(!scopes.some((scope) => input.scopes.includes(scope)) && { scopes: { message: "Tick at least one." } }),
    ...(!isCourse && { courseId: { message: "Choose a course that you are an instructor of." } }),
    ...(!lifetimes.includes(input.days) && { days: { message: "Choose how long it holds." } }),
  };
  return Object.keys(complaints).length > 0 ? complaints : undefined;
}

/** Ends a token of the viewer's own at once. */
export async function revokeToken(viewer: Viewer, tokenId: string, now: Date): Reply<null> {
  if (viewer.personId === null || !isUuid(tokenId)) return notFound();
  const own = { id: tokenId, personId: viewer.personId };
  const token = await database().apiToken.findFirst({ where: own, select: { courseId: true } });
  if (!token) return notFound();
  await inTransaction(async (transaction) => {
    const valid = { ...own, revokedAt: null };
    const { count } = await transaction.apiToken.updateMany({ where: valid, data: { revokedAt: now } });
    const act = { action: "token-revoked", by: own.personId, subject: tokenId } as const;
    if (count > 0) await recordAct(transaction, { ...act, courseId: token.courseId });
  });
  log.info({ token: tokenId }, "token revoked");
  return ok(null);
}

function tokenView(row: Loaded, now: Date): TokenView {
  const { id, name, start, course, createdAt, expiresAt, lastUsedAt, revokedAt } = row;
  const isOver = expiresAt !== null && expiresAt <= now;
  return {
    id,
    name,
    start,
    scopes: row.scopes.filter(isScope),
    course: course?.title ?? null,
    createdAt,
    expiresAt,
    lastUsedAt,
    state: revokedAt ? "revoked" : isOver ? "expired" : "valid",
  };
}

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}
