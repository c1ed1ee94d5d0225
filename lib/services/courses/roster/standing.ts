import type { Database } from "../../../store";
import type { ReadRow } from "./rows";
import type { Standing } from "./targets";

/** A course as a roster meets it: everybody in it or expected, and the accounts with addresses of the roster. */
export async function loadStanding(from: Database, courseId: string, rows: readonly ReadRow[]): Promise<Standing> {
  const emails = rows.flatMap(({ row }) => (row.ok && row.value.email !== null ? [row.value.email] : []));
  const section = { select: { name: true } };
  const enrolments = await from.enrolment.findMany({
    where: { courseId },
    include: { section, person: { select: { name: true, email: true } } },
    orderBy: { id: "asc" },
  });
  const invitations = await from.invitation.findMany({
    where: { courseId },
    include: { section },
    orderBy: { email: "asc" },
  });
  const sections = await from.section.findMany({ where: { courseId }, orderBy: { name: "asc" } });
  const accounts = await from.$queryRaw<{ personId: string; email: string; name: string }[]>`
    SELECT id AS "personId", email, name FROM person
    WHERE email = ANY(${emails}::text[]) AND role <> 'guest' ORDER BY email`;
  return {
    members: enrolments.map(({ personId, person, role, section: within, externalId, leftAt }) => ({
      personId,
      email: person.email ?? "",
      name: person.name,
      role,
      section: within?.name ?? null,
      externalId,
      left: leftAt !== null,
    })),
    invitations: invitations.map(({ email, name, role, section: within, externalId }) => ({
      email,
      name,
      role,
      section: within?.name ?? null,
      externalId,
    })),
    accounts,
    sections: sections.map(({ name }) => name),
  };
}
