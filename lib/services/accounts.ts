import { v7 } from "uuid";
import { z } from "zod";
import { checkCredentials, demoEmail, foldEmail, hashPassword, isDemoEmail, type Viewer } from "../auth";
import { invariant, ok } from "../base";
import {
  database,
  inTransaction,
  isDemo,
  isDuplicate,
  log,
  type Prisma,
  recordAct,
  storable,
  takeRooms,
  waitFor,
} from "../store";
import { adoptGuestWork } from "./adoption";
import { complaintsOf, lookAgain } from "./complaints";
import { notFound, refused, tooMany } from "./error";
import type { Reply } from "./reply";
import type { AccountView } from "./views";

const name = z
  .string()
  .transform(storable)
  .pipe(z.string().trim().min(1, "Please give a name.").max(100, "A name has at most 100 characters."));
const email = z
  .string()
  .transform(foldEmail)
  .pipe(z.email("This is not an email address.").max(254, "This is not an email address."))
  .refine((address) => !isDemoEmail(address), "This address belongs to a demonstration.");
const password = z
  .string()
  .min(10, "A password has at least 10 characters.")
  .max(200, "A password has at most 200 characters.");

const newAccount = z.object({ name, email, password });

export type SignUpInput = z.input<typeof newAccount>;
export interface SignInInput {
  readonly email: string;
  readonly password: string;
}

/** Makes a student's account and adopts the guest's work. Complaints come by field: name, email, password. */
export async function signUp(viewer: Viewer, input: SignUpInput): Reply<AccountView> {
  const read = newAccount.safeParse(input);
  if (!read.success) return refused(lookAgain, complaintsOf(read.error));
  const wait = (await waitFor("sign-up-taken", viewer.address)) ?? (await takeRooms([["sign-up", viewer.address]]));
  if (wait !== null) return tooMany(wait);

  // Before anybody looks whether the address is taken, so that both ways take as long.
  const passwordHash = await hashPassword(read.data.password);
  const person = await createPerson({ name: read.data.name, email: read.data.email, passwordHash });
  if (!person) {
    await takeRooms([["sign-up-taken", viewer.address]]);
    const message = "There is an account with this email already.";
    return refused(lookAgain, { email: { message } });
  }
  log.info({ person: person.id }, "signed up");
  return enter(viewer, person);
}

/** Checks a password and adopts the guest's work. Says the same for an unknown email and a wrong password. */
export async function signIn(viewer: Viewer, input: SignInInput): Reply<AccountView> {
  if (input.email.length > 254 || input.password.length > 200) return refused(wrongPair);
  const checked = await checkCredentials(input, viewer.address);
  if (!checked.ok) return checked.error.code === "too-many" ? tooMany(checked.error.retryAfter) : refused(wrongPair);
  const person = await database().person.findUniqueOrThrow({ where: { id: checked.value.personId } });
  log.info({ person: person.id }, "signed in");
  return enter(viewer, person);
}

const wrongPair = "The email and the password do not belong together.";

/** True where one click enters as a demonstration student or instructor. */
export function hasDemoAccounts(): boolean {
  return isDemo();
}

/** Enters as a demonstration student or instructor; `not-found` where there are none. */
export async function signInToDemo(viewer: Viewer, role: "student" | "instructor"): Reply<AccountView> {
  if (!isDemo()) return notFound();
  const wait = await takeRooms([["demo-address", viewer.address]]);
  if (wait !== null) return tooMany(wait);
  const person = await demoPerson(role);
  await recordAct(database(), {
    action: "signed-in",
    by: person.id,
    subject: person.id,
    facts: { demonstration: true },
  });
  return enter(viewer, person);
}

/** Keeps that somebody signed out; the caller then closes the session. */
export async function signOut({ personId, role }: Viewer): Promise<void> {
  if (personId === null || role === "guest") return;
  await recordAct(database(), { action: "signed-out", by: personId, subject: personId });
}

/** Adopts what the visitor did before they said who they are. */
async function enter(viewer: Viewer, person: Person): Reply<AccountView> {
  if (viewer.role === "guest" && viewer.personId !== null) await adoptGuestWork(viewer.personId, person.id);
  return ok(accountView(person));
}

type Person = Prisma.PersonGetPayload<object>;

/** `null` where the email has an account. */
async function createPerson(data: Omit<Prisma.PersonCreateInput, "id">): Promise<Person | null> {
  try {
    return await inTransaction(async (transaction) => {
      const person = await transaction.person.create({ data: { ...data, id: v7() } });
      await recordAct(transaction, { action: "signed-up", by: person.id, subject: person.id });
      return person;
    });
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/** The demonstration person in a role, made where there is none. Two first clicks at once make one person. */
export async function demoPerson(role: "student" | "instructor"): Promise<Person> {
  const where = { email: demoEmail(role) };
  const known = await database().person.findUnique({ where });
  const made = known ?? (await createPerson({ ...where, role, name: `Demonstration ${role}` }));
  return made ?? database().person.findUniqueOrThrow({ where });
}

function accountView({ id, name, email, role }: Person): AccountView {
  invariant(email !== null && role !== "guest", `person ${id} has an account`);
  return { personId: id, name, email, role };
}
