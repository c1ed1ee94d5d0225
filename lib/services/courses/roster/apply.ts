import { v7 } from "uuid";
import type { Transaction } from "../../../store";
import type { Action } from "./plan";

type Of<Kind extends Action["do"]> = Extract<Action, { readonly do: Kind }>;

/** Writes what the rows of a roster do to a course: a few statements, however many rows there are. */
export async function writeActions(
  transaction: Transaction,
  courseId: string,
  actions: readonly Action[],
): Promise<void> {
  const sections = await ensureSections(transaction, courseId, actions);
  const sectionOf = ({ section }: Action) =>
    section === undefined ? null : (sections.get(section.toLowerCase()) ?? null);
  await enrol(transaction, courseId, pick(actions, "enrol"), sectionOf);
  await change(transaction, courseId, pick(actions, "change"), sectionOf);
  await invite(transaction, courseId, pick(actions, "invite"), sectionOf);
  await reinvite(transaction, courseId, pick(actions, "reinvite"), sectionOf);
}

type SectionOf = (action: Action) => string | null;

function pick<Kind extends Action["do"]>(actions: readonly Action[], kind: Kind): readonly Of<Kind>[] {
  return actions.filter((action): action is Of<Kind> => action.do === kind);
}

/** The ids of the course's sections by their names in lower case, those that are missing made first. */
async function ensureSections(
  transaction: Transaction,
  courseId: string,
  actions: readonly Action[],
): Promise<ReadonlyMap<string, string>> {
  const known = await transaction.section.findMany({ where: { courseId } });
  const ids = new Map(known.map(({ id, name }) => [name.toLowerCase(), id]));
  for (const name of actions.flatMap(({ section }) => (section === undefined ? [] : [section]))) {
    if (ids.has(name.toLowerCase())) continue;
    const { id } = await transaction.section.create({ data: { courseId, name } });
    ids.set(name.toLowerCase(), id);
  }
  return ids;
}

async function enrol(
  transaction: Transaction,
  courseId: string,
  actions: readonly Of<"enrol">[],
  sectionOf: SectionOf,
) {
  await transaction.$executeRaw`
    INSERT INTO enrolment (id, course_id, person_id, role, section_id, external_id)
    SELECT id, ${courseId}::uuid, person_id, role::course_role, section_id, external_id
    FROM unnest(
      ${actions.map(() => v7())}::uuid[], ${actions.map(({ personId }) => personId)}::uuid[],
      ${actions.map(({ role }) => role)}::text[], ${actions.map(sectionOf)}::uuid[],
      ${actions.map(({ externalId }) => externalId ?? null)}::text[]
    ) AS given (id, person_id, role, section_id, external_id)`;
}

async function change(
  transaction: Transaction,
  courseId: string,
  actions: readonly Of<"change">[],
  sectionOf: SectionOf,
) {
  await transaction.$executeRaw`
    UPDATE enrolment SET
      role = coalesce(given.role::course_role, enrolment.role),
      section_id = coalesce(given.section_id, enrolment.section_id),
      external_id = coalesce(given.external_id, enrolment.external_id),
      left_at = CASE WHEN given.back THEN NULL ELSE enrolment.left_at END
    FROM unnest(
      ${actions.map(({ personId }) => personId)}::uuid[], ${actions.map(({ role }) => role ?? null)}::text[],
      ${actions.map(sectionOf)}::uuid[], ${actions.map(({ externalId }) => externalId ?? null)}::text[],
      ${actions.map(({ back }) => back)}::boolean[]
    ) AS given (person_id, role, section_id, external_id, back)
    WHERE enrolment.course_id = ${courseId}::uuid AND enrolment.person_id = given.person_id`;
  await settleInvitations(transaction, courseId, actions);
}

/** Whose role is said now waits for nobody's word any more. */
async function settleInvitations(transaction: Transaction, courseId: string, actions: readonly Of<"change">[]) {
  const settled = actions.flatMap(({ role, personId }) => (role === undefined ? [] : [personId]));
  await transaction.$executeRaw`
    DELETE FROM invitation USING person
    WHERE invitation.course_id = ${courseId}::uuid AND invitation.email = person.email
      AND person.id = ANY(${settled}::uuid[])`;
}

async function invite(
  transaction: Transaction,
  courseId: string,
  actions: readonly Of<"invite">[],
  sectionOf: SectionOf,
) {
  await transaction.$executeRaw`
    INSERT INTO invitation (id, course_id, email, name, role, section_id, external_id)
    SELECT id, ${courseId}::uuid, email, name, role::course_role, section_id, external_id
    FROM unnest(
      ${actions.map(() => v7())}::uuid[], ${actions.map(({ email }) => email)}::text[],
      ${actions.map(({ name }) => name)}::text[], ${actions.map(({ role }) => role)}::text[],
      ${actions.map(sectionOf)}::uuid[], ${actions.map(({ externalId }) => externalId ?? null)}::text[]
    ) AS given (id, email, name, role, section_id, external_id)`;
}

async function reinvite(
  transaction: Transaction,
  courseId: string,
  actions: readonly Of<"reinvite">[],
  sectionOf: SectionOf,
) {
  await transaction.$executeRaw`
    UPDATE invitation SET
      name = coalesce(given.name, invitation.name),
      role = coalesce(given.role::course_role, invitation.role),
      section_id = coalesce(given.section_id, invitation.section_id),
      external_id = coalesce(given.external_id, invitation.external_id)
    FROM unnest(
      ${actions.map(({ email }) => email)}::text[], ${actions.map(({ name }) => name ?? null)}::text[],
      ${actions.map(({ role }) => role ?? null)}::text[], ${actions.map(sectionOf)}::uuid[],
      ${actions.map(({ externalId }) => externalId ?? null)}::text[]
    ) AS given (email, name, role, section_id, external_id)
    WHERE invitation.course_id = ${courseId}::uuid AND invitation.email = given.email`;
}
