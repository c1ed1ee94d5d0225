import { CircleAlert, CircleCheck, CircleX, Hourglass, type LucideIcon, Shuffle } from "lucide-react";
import type { FeedbackView } from "@/lib/services";

export type Outcome = FeedbackView["outcome"];

interface Look {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly ink: string;
  readonly frame: string;
}

/** How each outcome looks, and what its sign means in words. */
export const outcomes: { readonly [O in Outcome]: Look } = {
  right: { icon: CircleCheck, words: "Right", ink: "text-good", frame: "border-good bg-good-wash" },
  wrong: { icon: CircleX, words: "Not right", ink: "text-bad", frame: "border-bad bg-bad-wash" },
  "other-layout": {
    icon: Shuffle,
    words: "Right in the other layout",
    ink: "text-warn",
    frame: "border-warn bg-warn-wash",
  },
  "not-counted": { icon: CircleAlert, words: "Not counted", ink: "text-soft", frame: "border-edge bg-raised" },
  waiting: { icon: Hourglass, words: "Being graded", ink: "text-soft", frame: "border-edge bg-raised" },
};
