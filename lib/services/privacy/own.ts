import { isDemoEmail, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import { signInNeeded } from "../error";
import type { Reply } from "../reply";

/** What the account page says. */
export interface PersonalDataView {
  readonly personId: string;
  /** None for a guest. */
  readonly email: string | null;
  readonly name: string | null;
  /** A demonstration account is everybody's, and cannot be erased. */
  readonly demonstration: boolean;
  readonly since: Date;
  readonly answers: number;
}

/** What is held about the viewer, in short; a visitor about whom nothing is held is asked to sign in. */
export async function getPersonalData({ personId }: Viewer): Reply<PersonalDataView> {
  const person = personId === null ? null : await database().person.findUnique({ where: { id: personId } });
  if (!person) return signInNeeded();
  const { id, name, email, createdAt: since } = person;
  const answers = await database().submission.count({ where: { personId: id } });
  const demonstration = email !== null && isDemoEmail(email);
  return ok({ personId: id, email, name: email === null ? null : name, demonstration, since, answers });
}
