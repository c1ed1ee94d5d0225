import type { TaskList } from "graphile-worker";
import { cleanUpGuests, continueRegrades, runRegrade, settleClosed, sweepAnswers, takeSecondLooks } from "../services";
import { alone } from "../store";

/**
 * What is done outside of requests, by name. Each task can be killed at any moment and begun again: it takes up its work from what
 * is stored, and a lock that falls with the process keeps two of it apart.
 */
export const tasks: TaskList = {
  regrade: async (payload) => {
    const { regradeId } = payload as { readonly regradeId: string };
    await alone(`regrade ${regradeId}`, () => runRegrade(regradeId));
  },
  "sweep-answers": async () => void (await sweepAnswers()),
  "second-looks": async () => {
    await alone("second looks", () => takeSecondLooks());
  },
  "continue-regrades": () => continueRegrades(),
  "settle-closed": async () => {
    await alone("settle closed assignments", async () => void (await settleClosed(new Date())));
  },
  "clean-up-guests": async () => {
    await alone("clean up guests", () => cleanUpGuests());
  },
};

/** When what is done again and again is done; in UTC. */
export const timetable = [
  "* * * * * sweep-answers",
  "* * * * * second-looks",
  "* * * * * continue-regrades",
  "* * * * * settle-closed",
  "23 3 * * * clean-up-guests",
].join("\n");
