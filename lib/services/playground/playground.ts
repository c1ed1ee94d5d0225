import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { tooMany } from "../error";
import { seedOf } from "../grading";
import type { Reply } from "../reply";
import { roomForWork } from "../work-limits";
import { lookAt } from "./look";
import type { PlaygroundInput, PlaygroundView } from "./views";

/** Looks at a function that anybody typed. Nothing is stored; it counts towards the same limits as an answer. */
export async function explore(viewer: Viewer, input: PlaygroundInput): Reply<PlaygroundView> {
  const retryAfter = await roomForWork(viewer, viewer.personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  return ok(lookAt(input, (problem) => seedOf(`playground ${problem}`)));
}
