import { Check, CircleDashed } from "lucide-react";
import type { ProblemState } from "@/lib/services";

const words: { readonly [S in ProblemState]: string } = { new: "", attempted: "Tried", solved: "Solved" };

const levels = ["", "warm-up", "easy", "medium", "hard", "very hard"] as const;

/** Where one stands with a problem, and how hard it is. */
export function StateMark({ state, difficulty }: { state: ProblemState; difficulty: number | null }) {
  const level = levels[difficulty ?? 0];
  return (
    <p className="flex items-center gap-3 text-[0.875rem] whitespace-nowrap text-faint">
      {level && <span>{level}</span>}
      {state !== "new" && (
        <span className={`inline-flex items-center gap-1 ${state === "solved" ? "text-good" : ""}`}>
          {state === "solved" ? (
            <Check aria-hidden="true" className="size-4" />
          ) : (
            <CircleDashed aria-hidden="true" className="size-4" />
          )}
          {words[state]}
        </span>
      )}
    </p>
  );
}
