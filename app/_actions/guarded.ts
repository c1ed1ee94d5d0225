import { unstable_rethrow } from "next/navigation";
import pino from "pino";

const log = pino({
  name: "nabla",
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
});

/** What a form says when the fault is ours. */
export const ourFault = "Something went wrong on our side, and nothing was lost or counted. Try again in a moment.";

/** Runs an action so that a failure of ours gives the form back as it was typed, instead of an error page without it. */
export async function guarded<State>(run: () => Promise<State>, failed: State): Promise<State> {
  try {
    return await run();
  } catch (error) {
    unstable_rethrow(error);
    log.error({ err: error }, "an action failed");
    return failed;
  }
}
