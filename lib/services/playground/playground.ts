import type { Viewer } from "../../auth";
import { setting } from "../../store";
import { tooMany } from "../error";
import { askGrader } from "../grader/ask";
import type { Reply } from "../reply";
import { roomForWork } from "../work-limits";
import type { PlaygroundInput, PlaygroundView } from "./views";

/** Looks at a function that anybody typed. Nothing is stored; it counts towards the same limits as an answer. */
export async function explore(viewer: Viewer, input: PlaygroundInput): Reply<PlaygroundView> {
  const retryAfter = await roomForWork(viewer, viewer.personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  return askGrader("explore", { input, secret: setting("NABLA_SECRET") });
}
