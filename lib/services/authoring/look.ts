import type { Viewer } from "../../auth";
import { notFound, tooMany } from "../error";
import { askGrader } from "../grader/ask";
import { seedOf } from "../grading";
import type { Reply } from "../reply";
import { mayDraft, roomToAuthor } from "./access";
import type { ProblemDraft } from "./draft";
import type { DraftLookView } from "./views";

/** Everything that can be said of a draft as it stands. Stores nothing. */
export async function lookAtDraft(
  viewer: Viewer,
  draft: ProblemDraft,
  { problemId, variant = 0 }: { readonly problemId?: string; readonly variant?: number } = {},
): Reply<DraftLookView> {
  if (!(await mayDraft(viewer, problemId))) return notFound();
  const wait = await roomToAuthor(viewer, "look");
  if (wait !== null) return tooMany(wait);
  return askGrader("look-at-draft", { draft, variant, seed: seedOf("draft") });
}
