import { database, erasePeople, log } from "../store";

const day = 86_400_000;
const kept = 30 * day;
const atOnce = 500;

/** Removes visitors who have come long ago and left nothing: no answer, nothing given up, nothing typed or asked for of late. */
export async function cleanUpGuests(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - kept);
  for (;;) {
    const guests = await database().person.findMany({
      where: {
        role: "guest",
        createdAt: { lt: before },
        submissions: { none: {} },
        givenUp: { none: {} },
        placement: null,
        drafts: { none: { typedAt: { gte: before } } },
        progress: { none: { updatedAt: { gte: before } } },
      },
      select: { id: true },
      take: atOnce,
    });
    await erasePeople(guests.map(({ id }) => id));
    if (guests.length > 0) log.info({ guests: guests.length }, "visitors without work removed");
    if (guests.length < atOnce) return;
  }
}
