import { validate as isUuid } from "uuid";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { type ActCode, acts, database, type Facts, type Prisma } from "../../store";
import { memberWith } from "../courses/rights";
import { notFound } from "../error";
import type { Reply } from "../reply";
import { sentences } from "./sentences";
import { namesOfSubjects } from "./subjects";
import type { LogView } from "./views";

const atOnce = 50;

/** What was done in a course, to its instructors; without a course all that was done, to admins. A page begins behind a row. */
export async function getLog(viewer: Viewer, courseId: string | null, behind: string | null): Reply<LogView> {
  if (courseId === null) return viewer.role === "admin" ? ok(await page({}, behind)) : notFound();
  const member = await memberWith(viewer, courseId, "edit-course");
  return member.ok ? ok(await page({ courseId }, behind)) : member;
}

async function page(where: Prisma.AuditLogWhereInput, behind: string | null): Promise<LogView> {
  const rows = await database().auditLog.findMany({
    where: { ...where, ...(behind !== null && isUuid(behind) && { id: { lt: behind } }) },
    orderBy: { id: "desc" },
    take: atOnce + 1,
    include: { actor: { include: { person: { select: { name: true } } } } },
  });
  const shown = rows.slice(0, atOnce);
  const nameOf = await namesOfSubjects(shown);
  return {
    rows: shown.map((row) => ({
      id: row.id,
      at: row.at,
      who: whoOf(row.actor),
      what: isAct(row.action) ? sentences[row.action](nameOf(row), row.facts as Facts) : row.action,
    })),
    next: rows.length > atOnce ? (shown.at(-1)?.id ?? null) : null,
  };
}

function isAct(action: string): action is ActCode {
  return Object.hasOwn(acts, action);
}

function whoOf(actor: { readonly person: { readonly name: string } | null } | null): string {
  if (actor === null) return "Somebody";
  return actor.person?.name ?? "Somebody whose account is erased";
}
