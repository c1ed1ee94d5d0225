import { counted } from "@/app/_components/words";
import type { PointsView, WorkState } from "@/lib/services";
import { scoreInWords, stateWords } from "./words";

/** How an assigned problem stands, and its points. */
export function AssignedStanding({ state, score }: { state: WorkState; score: PointsView }) {
  return (
    <p className="text-[0.9375rem] text-soft tabular-nums">
      <span className={state === "right" ? "text-good" : ""}>{stateWords[state]}</span> · {scoreInWords(score)}
    </p>
  );
}

/** How many attempts are left, where there is a limit. */
export function AttemptsLeft({ count }: { count: number | null }) {
  return count !== null && <span>{counted(count, "attempt")} left</span>;
}
