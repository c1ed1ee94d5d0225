import { BadgeCheck } from "lucide-react";

/** Says that what stands above was graded like an answer. */
export function Checked() {
  return (
    <p className="flex items-center gap-1.5 text-[0.8125rem] text-faint">
      <BadgeCheck aria-hidden="true" className="size-4 text-good" />
      Checked by the grader
    </p>
  );
}
