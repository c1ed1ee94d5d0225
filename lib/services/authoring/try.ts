import type { Viewer } from "../../auth";
import { readable } from "../answer-text";
import { notFound, refused, tooMany } from "../error";
import { askGrader } from "../grader/ask";
import { seedOf } from "../grading";
import type { Reply } from "../reply";
import { mayDraft, roomToAuthor } from "./access";
import type { ProblemDraft } from "./draft";
import type { TriedAnswer } from "./try-at";
import type { DraftTryView } from "./views";

const longest = 10_000;

/** The verdict that an answer would get if the draft were published. Stores nothing. */
export async function tryAnswer(viewer: Viewer, draft: ProblemDraft, answer: TriedAnswer): Reply<DraftTryView> {
  if (!(await mayDraft(viewer, answer.problemId))) return notFound();
  const wait = await roomToAuthor(viewer, "look");
  if (wait !== null) return tooMany(wait);
  const text = readable(answer.text);
  if (text.length > longest) return refused(`At most ${longest.toLocaleString("en")} characters are read.`);
  const tried = await askGrader("try-draft", { draft, answer, seed: seedOf("draft") });
  return tried.ok ? tried.value : tried;
}
