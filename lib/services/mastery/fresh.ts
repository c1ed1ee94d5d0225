import type { Viewer } from "../../auth";
import type { Transaction } from "../../store";
import { anotherVariant } from "../help";
import { hasVariants } from "../instances";
import type { PublishedProblem } from "../rows";
import { keepStanding, lockStanding } from "../standings";
import { isUntouched, nextVariant } from "../variants";

/** Gives a problem that was worked on before another variant; one without variants begins again. */
export async function freshen(
  transaction: Transaction,
  viewer: Viewer,
  personId: string,
  { id, currentVersion }: PublishedProblem,
): Promise<void> {
  const standing = await lockStanding(transaction, personId, id);
  if (isUntouched(standing)) return;
  const next = hasVariants(currentVersion)
    ? anotherVariant(viewer, currentVersion, standing)
    : { ...standing, ...nextVariant(standing) };
  await keepStanding(transaction, personId, id, next);
}
