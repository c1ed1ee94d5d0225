import { Kept } from "../base";
import { database, type Prisma } from "../store";

/** A version as it is stored. */
export type VersionRow = Prisma.ProblemVersionGetPayload<object>;

/** Versions never change and are never deleted, so what was loaded once stays true. */
const known = new Kept<VersionRow>(1_000);

/** A version by its id. */
export async function versionRow(id: string): Promise<VersionRow> {
  const before = known.get(id);
  if (before) return before;
  const loaded = await database().problemVersion.findUniqueOrThrow({ where: { id } });
  known.keep(id, loaded);
  return loaded;
}
