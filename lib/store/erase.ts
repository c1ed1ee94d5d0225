import { inTransaction } from "./database";

/** Removes people and all their answers. The one way in which a grade goes. */
export async function erasePeople(ids: readonly string[]): Promise<void> {
  await inTransaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('nabla.erasing', 'on', true)`;
    await transaction.person.deleteMany({ where: { id: { in: [...ids] } } });
  });
}
