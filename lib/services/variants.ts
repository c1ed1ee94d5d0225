import { createHmac } from "node:crypto";
import type { Seed } from "../base";
import { setting } from "../store";

/** Where somebody stands with the variant of a problem that they see. */
export interface VariantStanding {
  /** From 0; raised by asking for another. */
  readonly variant: number;
  /** Whose draw it is, where it is not the person's own. */
  readonly drawnFor: string | null;
  /** How many hints they have asked for. */
  readonly hints: number;
  /** They have answered it right. */
  readonly solved: boolean;
  /** They have given it up for its solution. */
  readonly gaveUp: boolean;
}

/** The variant that everybody begins with. */
export const firstVariant: VariantStanding = { variant: 0, drawnFor: null, hints: 0, solved: false, gaveUp: false };

/** Whom a variant is drawn for that is shown to a visitor who is nobody yet. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** Another variant, of which nothing is known yet. */
export function nextVariant({ variant }: VariantStanding): VariantStanding {
  return { ...firstVariant, variant: variant + 1 };
}

/** True where the solution may be seen. */
export function isOpen({ solved, gaveUp }: VariantStanding): boolean {
  return solved || gaveUp;
}

type Touched = VariantStanding & { readonly attempts: number };

/** True where nobody has done anything yet. */
export function isUntouched({ attempts, variant, hints, gaveUp }: Touched): boolean {
  return attempts === 0 && variant === 0 && hints === 0 && !gaveUp;
}

/** The variant that a person goes on with after a guest's work is theirs: their own where they had begun one. */
export function adoptVariant(own: Touched, guests: VariantStanding, guestId: string): VariantStanding {
  return isUntouched(own) ? { ...guests, drawnFor: guests.drawnFor ?? guestId } : own;
}

/** The chance behind a variant: the same whenever the person comes back to it, and known to nobody outside. */
export function drawSeed(versionId: string, personId: string, { variant, drawnFor }: VariantStanding): Seed {
  return createHmac("sha256", setting("NABLA_SECRET"))
    .update(`draw ${versionId} ${drawnFor ?? personId} ${variant}`)
    .digest("hex");
}
