import { showPoint } from "@/app/_components/shown-verdict";
import type { ProblemDraft, TruthView } from "@/lib/services";
import { matrixToTex, renderMath } from "@/lib/tex";
import type { ShownTruth } from "./editor-state";

/** Prepares the grader's truth for the author's page. */
export function showTruth({ numerator, denominator, at }: TruthView, draft: ProblemDraft): ShownTruth {
  const names = draft.variables.map(({ name }) => [name, { shape: [] }] as const);
  const sampled = ({ shape, sample }: TruthView["numerator"]) => ({ shape, sample: renderMath(matrixToTex(sample)) });
  return {
    numerator: sampled(numerator),
    denominator: sampled(denominator),
    at: showPoint(at, { variables: Object.fromEntries(names) }),
  };
}
