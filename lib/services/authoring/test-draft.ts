import { v7 } from "uuid";
import type { Viewer } from "../../auth";
import { emptyDraft, type ProblemDraft } from "./draft";
import { saveDraft } from "./drafts";
import { publishProblem } from "./publish";

/** A sound problem as its author types it, for tests against a database. */
export const traceDraft: ProblemDraft = {
  ...emptyDraft,
  title: "A trace",
  topicId: "hessian",
  statement: "Differentiate $\\operatorname{tr}(AX)$ by $X$.",
  variables: [
    { name: "A", shape: "n x m", assume: "" },
    { name: "", shape: "", assume: "" },
    { name: "X", shape: "m × n", assume: "" },
  ],
  function: "tr(A*X)",
  wrt: "X",
  policy: "denominator",
  denominator: "A'",
};

/** What came of publishing a draft: of a new problem, or of one that goes on from a revision. */
export function publish(
  viewer: Viewer,
  change: Partial<ProblemDraft> = {},
  { problemId = v7(), revision = null as number | null } = {},
) {
  return publishProblem(viewer, { problemId, revision, draft: { ...traceDraft, ...change } });
}

/** A published problem; throws where it is refused. */
export async function published(...given: Parameters<typeof publish>) {
  const reply = await publish(...given);
  if (reply.ok && reply.value.kind === "published") return reply.value;
  throw new Error(JSON.stringify(reply));
}

/** Keeps a draft of a problem, and tells what came of it. */
export async function kept(
  viewer: Viewer,
  problemId: string,
  revision: number | null,
  change: Partial<ProblemDraft> = {},
) {
  const reply = await saveDraft(viewer, { problemId, revision, draft: { ...traceDraft, ...change } });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}
