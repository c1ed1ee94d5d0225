import { database } from "../lib/store";

const day = 86_400_000;

/** As if the skills that somebody has practised had been left alone for months. */
export async function letTimePass(email: string): Promise<void> {
  const person = await database().person.findUniqueOrThrow({ where: { email } });
  await database().skillEstimate.updateMany({
    where: { personId: person.id, due: { not: null } },
    data: { due: new Date(Date.now() - 30 * day), reviewedAt: new Date(Date.now() - 60 * day) },
  });
}
