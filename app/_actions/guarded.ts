import { unstable_rethrow } from "next/navigation";
import * as observe from "@/lib/observe";
import { faultOf } from "@/lib/services";

/** What a form says when the fault is ours. */
export const ourFault = "Something went wrong on our side, and nothing was lost or counted. Try again in a moment.";

const sentences: { readonly [F in observe.Fault]: string } = {
  "database-away": "The database cannot be reached right now. Nothing was lost or counted: try again in a moment.",
  "disk-full": "Nothing can be stored right now, because a disk is full. Nothing was lost or counted: try again later.",
  defect: ourFault,
};

/** What a form says after a failure; where somebody has to look for its reason, with the number to quote. */
export function sentenceFor(fault: observe.Fault, request = observe.currentRequest()): string {
  return fault === "defect" && request ? `${ourFault} (Reference: ${request.id})` : sentences[fault];
}

/** Writes a failure down, and says what it comes from. */
export function noteFailure(error: unknown, what: string): observe.Fault {
  const fault = faultOf(error);
  observe.noteFailure(error, fault, what);
  return fault;
}

/** Runs an action so that a failure of ours gives the form back as it was typed, instead of an error page without it. */
export async function guarded<State>(run: () => Promise<State>, failed: (complaint: string) => State): Promise<State> {
  try {
    return await run();
  } catch (error) {
    unstable_rethrow(error);
    return failed(sentenceFor(noteFailure(error, "an action failed")));
  }
}
