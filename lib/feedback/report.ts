import type { Complaint } from "../base";
import type { Verdict } from "../grade";
import { sentence } from "./sentences";
import { slips } from "./slips";

const undecided = {
  time: "This took too long to decide.",
  size: "This is too large to decide.",
  "no-point": "No point was found at which both sides have a value.",
  precision: "Rounding left this too close to call.",
} as const;

/** Why a verdict could not be reached. */
export function reasonInWords(reason: keyof typeof undecided): string {
  return undecided[reason];
}

/** A complaint as the contract has it, with its sentence. */
export function reportComplaint(complaint: Complaint): Record<string, unknown> {
  const { code, start, end, line, field } = complaint;
  return {
    code,
    message: sentence(complaint),
    start,
    end,
    ...(line !== undefined && { line }),
    ...(field !== undefined && { field }),
  };
}

/** A verdict as the contract has it: plain JSON, with a sentence for every code. */
export function report(verdict: Verdict): Record<string, unknown> {
  switch (verdict.status) {
    case "invalid":
    case "bad-problem":
      return { status: verdict.status, error: reportComplaint(verdict.error) };
    case "undecided":
      return { status: verdict.status, reason: verdict.reason, message: reasonInWords(verdict.reason) };
    case "graded": {
      const { diagnosis, ...rest } = verdict;
      return { ...rest, ...(diagnosis && { diagnosis: diagnosis.map((d) => ({ ...d, message: slips[d.code](d) })) }) };
    }
  }
}
