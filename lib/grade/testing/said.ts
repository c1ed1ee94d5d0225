import { gradeRecord } from "../record";
import type { Verdict } from "../verdict";

type Typed = string | readonly string[] | Readonly<Record<string, string>>;

/** The verdict on one answer. */
export function verdictOn(problem: unknown, answer: Typed, syntax: "text" | "latex" = "text"): Verdict {
  return gradeRecord({ id: "test", problem, answer, syntax }, "forms").verdict;
}

/** A verdict in few words: `both`, `numerator`, `denominator`, `neither`, or the status with its code. */
export function inWords(verdict: Verdict): string {
  switch (verdict.status) {
    case "graded":
      if (verdict.numerator && verdict.denominator) return "both";
      return verdict.numerator ? "numerator" : verdict.denominator ? "denominator" : "neither";
    case "invalid":
      return `invalid ${verdict.error.code}`;
    case "undecided":
      return `undecided ${verdict.reason}`;
    case "bad-problem":
      return "bad-problem";
  }
}

/** The verdict on one answer, in few words. */
export function said(problem: unknown, answer: Typed, syntax: "text" | "latex" = "text"): string {
  return inWords(verdictOn(problem, answer, syntax));
}
