import { Content } from "@/app/_components/content/content";
import { showField } from "@/app/_components/fields/shown-field";
import { Asked } from "@/app/_components/problem-view";
import { Prose } from "@/app/_components/prose";
import { showPoint } from "@/app/_components/shown-verdict";
import { VariablesTable } from "@/app/_components/variables-table";
import { askedFor } from "@/app/_components/words";
import type { DraftedProblemView, DraftLookView, ProblemDraft, TruthView } from "@/lib/services";
import { matrixToTex, renderMath } from "@/lib/tex";
import type { ShownLook, ShownStudent, ShownTruth } from "./editor-state";

/** Sets what is shown beside the form. */
export function showLook(look: DraftLookView, draft: ProblemDraft): ShownLook {
  return {
    ...look,
    student: look.student && showStudent(look.student),
    truth: look.truth && showTruth(look.truth, draft),
    variants: look.variants.map(({ drawn, statement, tex }) => ({
      drawn: Object.entries(drawn)
        .map(([name, value]) => `${name} = ${value}`)
        .join(", "),
      statement: <Content content={statement} />,
      formula: tex && renderMath(tex),
    })),
  };
}

/** The same pieces that the page of a problem is made of. */
function showStudent(student: DraftedProblemView): ShownStudent {
  const { title, statement, declarations, field, indices, form, hints, solution } = student;
  return {
    title,
    statement: <Content content={statement} />,
    given: (
      <>
        {Object.keys(declarations.variables).length > 0 && <VariablesTable declarations={declarations} />}
        <Asked problem={student} />
      </>
    ),
    help: (
      <>
        {hints.map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints never change places
          <details key={index} className="border-l-2 border-accent pl-4">
            <summary className="hint">
              Hint {index + 1} of {hints.length}
            </summary>
            <Prose markdown={hint} />
          </details>
        ))}
        {solution && (
          <details className="border-l-2 border-line pl-4">
            <summary className="hint">Solution</summary>
            <div className="mt-2">
              <Content content={solution} />
            </div>
          </details>
        )}
      </>
    ),
    field: showField(field),
    indices,
    asked: askedFor(form),
  };
}

/** Prepares the grader's truth for the author's page. */
function showTruth({ numerator, denominator, at, gap }: TruthView, draft: ProblemDraft): ShownTruth {
  const names = draft.variables.map(({ name }) => [name, { shape: [] }] as const);
  const set = (grid: TruthView["numerator"]["sample"]) => renderMath(matrixToTex(grid));
  const laidOut = ({ shape, sample, differences }: TruthView["numerator"]) => {
    return { shape, sample: set(sample), differences: differences && set(differences) };
  };
  return {
    numerator: laidOut(numerator),
    denominator: laidOut(denominator),
    at: showPoint(at, { variables: Object.fromEntries(names) }),
    apart: gap === null ? null : gap === 0 ? "no difference at all" : `at most ${gap.toExponential(0)} apart`,
  };
}
