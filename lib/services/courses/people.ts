import { validate as isUuid } from "uuid";
import type { Viewer } from "../../auth";
import { ok, type Result } from "../../base";
import {
  type ActCode,
  database,
  type Facts,
  inTransaction,
  log,
  type Prisma,
  recordAct,
  type Transaction,
} from "../../store";
import { notFound, refused, type ServiceError } from "../error";
import type { Reply } from "../reply";
import { courseView, joiningView } from "./courses";
import { lockCourse } from "./lock";
import { type CourseRole, type Member, memberWith } from "./rights";
import { loadSections } from "./sections";
import type { CoursePeopleView, CoursePersonView, InvitationView } from "./views";

const enrolmentInclude = {
  person: { select: { name: true, email: true } },
  section: { select: { id: true, name: true } },
} satisfies Prisma.EnrolmentInclude;

type Enrolment = Prisma.EnrolmentGetPayload<{ include: typeof enrolmentInclude }>;

/** Everybody in a course and everybody who was, and whom the roster expects. */
export async function getPeople(viewer: Viewer, courseId: string): Reply<CoursePeopleView> {
  const member = await memberWith(viewer, courseId, "see-work");
  if (!member.ok) return member;
  const [enrolments, invitations, sections] = await Promise.all([
    database().enrolment.findMany({
      where: { courseId },
      orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
      include: enrolmentInclude,
    }),
    database().invitation.findMany({
      where: { courseId },
      orderBy: [{ name: "asc" }, { email: "asc" }],
      include: { section: { select: { name: true } } },
    }),
    loadSections(courseId),
  ]);
  const roles = new Map(invitations.map(({ email, role }) => [email, role]));
  const come = new Set(enrolments.map(({ person }) => person.email));
  return ok({
    course: courseView(member.value),
    people: enrolments.map((row) => personView(row, roles)),
    invitations: invitations.filter(({ email }) => !come.has(email)).map(invitationView),
    sections,
    joining: joiningView(member.value),
  });
}

function personView(row: Enrolment, roles: ReadonlyMap<string, CourseRole>): CoursePersonView {
  const { personId, person, role, section, externalId, createdAt, leftAt } = row;
  const email = person.email ?? "";
  const invitedAs = leftAt === null ? (roles.get(email) ?? null) : null;
  return { personId, name: person.name, email, role, section, externalId, since: createdAt, leftAt, invitedAs };
}

function invitationView({
  id,
  email,
  name,
  role,
  section,
}: Prisma.InvitationGetPayload<{ include: { section: { select: { name: true } } } }>): InvitationView {
  return { id, email, name, role, section: section?.name ?? null };
}

/** Makes somebody a student, an assistant or an instructor of a course. One instructor always stays. */
export async function changeRole(viewer: Viewer, courseId: string, personId: string, role: CourseRole): Reply<null> {
  return changePerson(viewer, courseId, personId, async (transaction, enrolment, record) => {
    if (enrolment.leftAt !== null) return notFound();
    if (role !== "instructor" && (await isLastInstructor(transaction, enrolment))) return refused(lastInstructor);
    await transaction.enrolment.update({ where: { id: enrolment.id }, data: { role } });
    await settleInvitation(transaction, enrolment);
    await record("role-changed", { before: enrolment.role, role });
    return ok(null);
  });
}

const lastInstructor = "This is the only instructor of the course. Make somebody else one first.";

/** Takes somebody out of a course. What they did in it is kept, and they can be brought back. */
export async function removePerson(viewer: Viewer, courseId: string, personId: string, now: Date): Reply<null> {
  return changePerson(viewer, courseId, personId, async (transaction, enrolment, record) => {
    if (enrolment.leftAt !== null) return ok(null);
    if (await isLastInstructor(transaction, enrolment)) return refused(lastInstructor);
    await transaction.enrolment.update({ where: { id: enrolment.id }, data: { leftAt: now } });
    await settleInvitation(transaction, enrolment);
    await record("person-removed", { role: enrolment.role });
    return ok(null);
  });
}

/** Brings somebody back who was taken out, as what they were. */
export async function bringBack(viewer: Viewer, courseId: string, personId: string): Reply<null> {
  return changePerson(viewer, courseId, personId, async (transaction, { id, role }, record) => {
    await transaction.enrolment.update({ where: { id }, data: { leftAt: null } });
    await record("person-brought-back", { role });
    return ok(null);
  });
}

/** Moves people into a section of their course, or out of any (`null`). */
export async function moveToSection(
  viewer: Viewer,
  courseId: string,
  personIds: readonly string[],
  sectionId: string | null,
): Reply<{ readonly moved: number }> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  if (personIds.length === 0) return refused("Tick the people to be moved first.");
  const moved = await inTransaction(async (transaction) => {
    await lockCourse(transaction, courseId);
    const sections = await transaction.section.findMany({ where: { courseId }, select: { id: true } });
    if (sectionId !== null && !sections.some(({ id }) => id === sectionId)) return null;
    const people = await transaction.enrolment.findMany({ where: { courseId }, select: { id: true, personId: true } });
    const chosen = new Set(personIds);
    const ids = people.filter((each) => chosen.has(each.personId)).map(({ id }) => id);
    const facts = { people: ids.length, section: sectionId };
    await recordAct(transaction, { ...byMember(member.value), action: "people-moved", subject: courseId, facts });
    return transaction.enrolment.updateMany({ where: { id: { in: ids } }, data: { sectionId } });
  });
  return moved ? ok({ moved: moved.count }) : notFound();
}

/** Takes an address off the roster whose owner has not come. */
export async function withdrawInvitation(viewer: Viewer, courseId: string, email: string): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  await inTransaction(async (transaction) => {
    const { count } = await transaction.invitation.deleteMany({ where: { courseId, email } });
    const act = { action: "invitation-withdrawn", subject: courseId } as const;
    if (count > 0) await recordAct(transaction, { ...byMember(member.value), ...act });
  });
  return ok(null);
}

/** Who an act is by, and whose instructors read of it. */
function byMember({ personId, course }: Member) {
  return { by: personId, courseId: course.id };
}

/** Keeps what was done to somebody in a course. */
type Keep = (action: ActCode, facts: Facts) => Promise<void>;

type Change = (transaction: Transaction, enrolment: Enrolment, record: Keep) => Promise<Result<null, ServiceError>>;

/** Changes one person's place in a course, one change after another. */
async function changePerson(viewer: Viewer, courseId: string, personId: string, change: Change): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  if (!isUuid(personId)) return notFound();
  const changed = await inTransaction(async (transaction) => {
    await lockCourse(transaction, courseId);
    const where = { courseId_personId: { courseId, personId } };
    const enrolment = await transaction.enrolment.findUnique({ where, include: enrolmentInclude });
    const record: Keep = (action, facts) =>
      recordAct(transaction, { ...byMember(member.value), action, subject: personId, facts });
    return enrolment ? change(transaction, enrolment, record) : notFound();
  });
  if (changed.ok)
    log.info({ course: courseId, person: personId, by: member.value.personId }, "place in a course changed");
  return changed;
}

async function isLastInstructor(transaction: Transaction, { courseId, role }: Enrolment): Promise<boolean> {
  if (role !== "instructor") return false;
  return (await transaction.enrolment.count({ where: { courseId, role: "instructor", leftAt: null } })) === 1;
}

/** What an instructor has said of a person goes before what the roster said. */
async function settleInvitation(transaction: Transaction, { courseId, person }: Enrolment): Promise<void> {
  if (person.email === null) return;
  await transaction.invitation.deleteMany({ where: { courseId, email: person.email } });
}
