import { validate as isUuid } from "uuid";
import { foldEmail, isDemoEmail, isSignedIn, provesPassword, type Viewer } from "../../auth";
import { ok, type Result } from "../../base";
import { database, inTransaction, log, type Prisma, recordAct, type Transaction } from "../../store";
import { lookAgain } from "../complaints";
import { notFound, refused, type ServiceError, tooMany } from "../error";
import type { Reply } from "../reply";
import { personal, rowsWhere } from "./registry";

/** What confirms an erasing. */
export interface EraseInput {
  readonly personId: string;
  /** The address of the account; for a guest, who has none, the word "erase". */
  readonly typed: string;
  /** Of whoever asks; a guest has none. */
  readonly password: string;
}

/** What a guest types. */
export const eraseWord = "erase";

type Person = Prisma.PersonGetPayload<object>;

/**
 * Erases an account, or a guest, with all that is about them, for good. For oneself; for an admin, anybody. What others rely on
 * stays and forgets who made it: published problems, points and extensions given, regrades, the audit log.
 */
export async function eraseAccount(viewer: Viewer, input: EraseInput): Reply<null> {
  const { personId } = input;
  if (viewer.personId === null || !isUuid(personId)) return notFound();
  if (personId !== viewer.personId && viewer.role !== "admin") return notFound();
  const person = await database().person.findUnique({ where: { id: personId } });
  if (!person) return notFound();
  const confirmed = await confirm(viewer, person, input);
  if (!confirmed.ok) return confirmed;
  const erased = await inTransaction(async (transaction) => {
    const needed = await stillNeeded(transaction, person);
    if (needed !== null) return refused(needed);
    await recordErasing(transaction, viewer, personId);
    await erase(transaction, person);
    return ok(null);
  });
  if (erased.ok) log.info({ byAdmin: personId !== viewer.personId }, "account erased");
  return erased;
}

async function confirm(
  viewer: Viewer,
  person: Person,
  { typed, password }: EraseInput,
): Promise<Result<null, ServiceError>> {
  if (person.email === null) {
    const said = typed.trim().toLowerCase() === eraseWord;
    return said ? ok(null) : refused(lookAgain, { typed: { message: `Type “${eraseWord}”.` } });
  }
  if (isDemoEmail(person.email)) return refused("This account belongs to the demonstration, which everybody shares.");
  if (foldEmail(typed) !== person.email) {
    return refused(lookAgain, { typed: { message: "Type the email address of the account." } });
  }
  const proven = await provesPassword({ email: viewer.email ?? "", password }, viewer.address);
  if (proven.ok) return proven.value.personId === viewer.personId ? ok(null) : notFound();
  if (proven.error.code === "too-many") return tooMany(proven.error.retryAfter);
  return refused(lookAgain, { password: { message: "This is not your password." } });
}

/** Why somebody cannot go yet; `null` where they can. Nobody else comes to teach a course, or to be an admin, in between. */
async function stillNeeded(transaction: Transaction, { id, role }: Person): Promise<string | null> {
  await transaction.$queryRaw`
    SELECT course.id FROM course JOIN enrolment ON enrolment.course_id = course.id
    WHERE enrolment.person_id = ${id}::uuid AND enrolment.role = 'instructor' ORDER BY course.id FOR NO KEY UPDATE OF course`;
  const teaching = { role: "instructor", leftAt: null } as const;
  const alone = await transaction.course.findFirst({
    where: {
      archivedAt: null,
      AND: [
        { enrolments: { some: { ...teaching, personId: id } } },
        { enrolments: { none: { ...teaching, personId: { not: id } } } },
        { enrolments: { some: { personId: { not: id }, leftAt: null } } },
      ],
    },
    select: { title: true },
  });
  if (alone) {
    return `You are the only instructor of “${alone.title}”. Make somebody else an instructor there, or archive it, first.`;
  }
  if (role !== "admin") return null;
  const others = await transaction.person.count({ where: { role: "admin", id: { not: id } } });
  return others > 0 ? null : "This is the only admin. Make somebody else one first.";
}

/** One row for admins, and one for the instructors of each course that loses somebody. */
async function recordErasing(transaction: Transaction, viewer: Viewer, personId: string): Promise<void> {
  if (!isSignedIn(viewer)) return;
  const self = viewer.personId === personId;
  const act = { action: "account-erased", by: viewer.personId, subject: personId } as const;
  const courses = await transaction.enrolment.findMany({ where: { personId }, select: { courseId: true } });
  for (const courseId of [null, ...courses.map((each) => each.courseId)]) {
    await recordAct(transaction, { ...act, courseId, facts: { by: self ? "self" : "admin" } });
  }
}

/** What is done by hand first; then the person's own row takes with it all that hangs on it. */
async function erase(transaction: Transaction, { id, email }: Person): Promise<void> {
  await transaction.$executeRaw`SELECT set_config('nabla.erasing', 'on', true)`;
  for (const [table, { erase: condition }] of personal) {
    if (condition) await transaction.$executeRawUnsafe(`DELETE FROM ${rowsWhere(table, condition)}`, id, email);
  }
  await transaction.person.delete({ where: { id } });
}
