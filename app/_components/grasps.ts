import type { Grasp } from "@/lib/services";

/** How well something is had, in a word. */
export const graspWords: { readonly [G in Grasp]: string } = {
  new: "Not begun",
  learning: "Learning",
  practised: "Practised",
  mastered: "Mastered",
};

/** "64 %". */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
