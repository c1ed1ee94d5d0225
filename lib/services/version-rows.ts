import { database, type Prisma } from "../store";

/** A version as it is stored. */
export type VersionRow = Prisma.ProblemVersionGetPayload<object>;

/** Versions never change and are never deleted, so what was loaded once stays true. The oldest goes when there are too many. */
const known = new Map<string, VersionRow>();
const mostKnown = 1_000;

/** A version by its id. */
export async function versionRow(id: string): Promise<VersionRow> {
  const before = known.get(id);
  if (before) return before;
  const loaded = await database().problemVersion.findUniqueOrThrow({ where: { id } });
  const oldest = known.keys().next();
  if (known.size >= mostKnown && !oldest.done) known.delete(oldest.value);
  known.set(id, loaded);
  return loaded;
}
