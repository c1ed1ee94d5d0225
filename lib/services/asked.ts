import type { Drawn } from "../problems";
import { drawFor, filled, hasVariants, type InstanceRow } from "./instances";
import type { ProblemStanding } from "./standings";
import { drawSeed, isUntouched, nobody } from "./variants";

/** The variant of a version that somebody sees. */
export interface Asked {
  readonly variant: number;
  /** Whose draw it is, where it is not the person's own. */
  readonly drawnFor: string | null;
  /** `null` where the problem has no parameters. */
  readonly drawn: Drawn | null;
  /** Names the variant in a form, so that an answer is never graded as one to other numbers. */
  readonly name: string;
}

type Version = Pick<InstanceRow, "id" | "parameters">;

/** The variant that is shown to a person, or to a visitor who is nobody yet. */
export function shownVariant(version: Version, personId: string | null, standing: ProblemStanding): Asked {
  const { variant, drawnFor } = standing;
  if (!hasVariants(version)) return { variant, drawnFor, drawn: null, name: "" };
  const seed = drawSeed(version.id, personId ?? nobody, standing);
  return { variant, drawnFor, drawn: drawFor(version, seed), name: seed.slice(0, 16) };
}

/** The title of a version as a person sees it, in lists too. */
export function shownTitle(
  version: Version & { readonly title: string },
  personId: string | null,
  standing: ProblemStanding,
): string {
  return version.title.includes("@")
    ? filled(version.title, shownVariant(version, personId, standing).drawn)
    : version.title;
}

/**
 * The variant that an answer is about: the person's own or, before their first work on the problem, the one that was shown to
 * them while they were nobody. Nothing where they have taken another one since.
 */
export function askedOf(
  version: Version,
  personId: string,
  standing: ProblemStanding,
  name: string,
): Asked | undefined {
  const possible = [standing, ...(isUntouched(standing) ? [{ ...standing, drawnFor: nobody }] : [])];
  return possible.map((each) => shownVariant(version, personId, each)).find((asked) => asked.name === name);
}
