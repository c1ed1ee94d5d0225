import { validate as isUuid } from "uuid";
import type { Viewer } from "../auth";
import { ok } from "../base";
import { database } from "../store";
import { notFound } from "./error";
import type { Reply } from "./reply";

/** Something that the viewer should know. */
export interface MessageView {
  readonly id: string;
  readonly text: string;
  /** A path of this site. */
  readonly link: string | null;
  readonly createdAt: Date;
}

/** More than anybody reads at once. */
const mostShown = 20;

/** What the viewer has not read yet, the newest first. */
export async function listMessages(viewer: Viewer): Promise<readonly MessageView[]> {
  if (viewer.personId === null) return [];
  return database().message.findMany({
    where: { personId: viewer.personId, readAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostShown,
    select: { id: true, text: true, link: true, createdAt: true },
  });
}

/** Puts a message of the viewer's away, or all of them. */
export async function readMessages(viewer: Viewer, messageId: string | null, now = new Date()): Reply<null> {
  if (viewer.personId === null || (messageId !== null && !isUuid(messageId))) return notFound();
  await database().message.updateMany({
    where: { personId: viewer.personId, readAt: null, ...(messageId !== null && { id: messageId }) },
    data: { readAt: now },
  });
  return ok(null);
}
