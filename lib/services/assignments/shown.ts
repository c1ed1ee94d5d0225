import { explain } from "../../feedback";
import { attemptView, type LoadedAttempt, lookedAtCloser, questionFor, verdictOf } from "../attempts";
import type { AttemptView, VerdictView } from "../views";
import type { Level } from "./level";
import type { AssignedAttemptView, WorkState } from "./views";

/** How much is seen in an assignment: another amount once it is closed for the student. */
export function levelNow({ shownOpen, shownClosed }: { shownOpen: Level; shownClosed: Level }, closed: boolean): Level {
  return closed ? shownClosed : shownOpen;
}

/** An answer in a list, with what its student may know of the verdict. */
export function shownAttempt(row: LoadedAttempt, level: Level): AssignedAttemptView {
  const { id, text, createdAt, ordinal, automatic } = row;
  return { id, text, createdAt, ordinal, automatic, graded: graded(row, level) };
}

/** The answer that was just sent. */
export async function shownSent(row: LoadedAttempt, level: Level): Promise<AssignedAttemptView> {
  const { graded, ...shown } = shownAttempt(row, level);
  return { ...shown, graded: graded && level === "all" ? await lookedAtCloser(row, graded) : graded };
}

/** What cannot be read or decided costs nothing and tells nothing about the key, so it is always shown. */
function graded(row: LoadedAttempt, level: Level): AttemptView | null {
  if (level === "all" || verdictOf(row)?.status !== "graded") return attemptView(row);
  return level === "verdict" ? rightOrWrong(row, attemptView(row)) : null;
}

/** Right or wrong in each layout, and nothing about why. */
function rightOrWrong(row: LoadedAttempt, { verdict, feedback, ...attempt }: AttemptView): AttemptView {
  const { status, numerator, denominator, form } = verdict;
  const bare: VerdictView = {
    status,
    numerator,
    denominator,
    form,
    shapes: null,
    error: null,
    diagnosis: [],
    witness: null,
    firstWrong: null,
    cells: null,
  };
  const { policy, kind } = questionFor(row);
  const { outcome, title } = explain({ status: "graded", numerator, denominator }, policy, kind, form);
  return {
    ...attempt,
    verdict: bare,
    feedback: { outcome, title: outcome === "wrong" ? "Not right." : title, lines: [] },
  };
}

interface Standing {
  readonly attempts: number;
  readonly firstRight: number | null;
}

/** How a problem stands, as far as its student may know. */
export function stateAt({ attempts, firstRight }: Standing, level: Level): WorkState {
  if (attempts === 0) return "new";
  if (level === "receipt") return "answered";
  return firstRight === null ? "wrong" : "right";
}
