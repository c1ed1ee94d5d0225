import { seekAssignedHint } from "@/app/_actions/assignments";
import { ActionForm } from "@/app/_components/action-form";
import { AnswerForm } from "@/app/_components/answer-form";
import { AnswerLines } from "@/app/_components/answering/answer-lines";
import { assignedLine } from "@/app/_components/answering/lines";
import { noAttemptsLeft } from "@/app/_components/assignments/no-attempts-left";
import { Content } from "@/app/_components/content/content";
import { showField } from "@/app/_components/fields/shown-field";
import { Given, Hints, Solution, startOf } from "@/app/_components/problem-view";
import { SubmitButton } from "@/app/_components/submit-button";
import { askedFor } from "@/app/_components/words";
import { type AssignedProblemView, longestAnswer } from "@/lib/services";

/** A problem of an assignment to be answered: as in practice, with what its assignment allows. */
export async function AssignedProblem({ view }: { view: AssignedProblemView }) {
  const { assignedId, problem, assignment, answers } = view;
  const zone = assignment.course.timeZone;
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <Content content={problem.statement} />
      <Given problem={problem} />
      <div id="answering" className="min-w-0 scroll-mt-6 space-y-8">
        <div className="no-print">
          <AnswerForm
            owner={problem.typing.owner}
            problemId={assignedId}
            assigned={{ zone, over: overInWords(view) }}
            versionId={problem.versionId}
            variant={problem.variant.name}
            field={showField(problem.field)}
            indices={problem.indices}
            asked={askedFor(problem.form)}
            longest={longestAnswer}
            start={await startOf(problem)}
          />
        </div>
        <Help view={view} />
        {problem.solution && <Solution content={problem.solution} gaveUp={false} />}
        <AnswerLines lines={answers.map(assignedLine)} zone={zone} />
      </div>
    </div>
  );
}

/** Why nothing can be sent any more. */
function overInWords({ phase, attemptsLeft }: AssignedProblemView): string | undefined {
  if (phase === "closed") return "This assignment is closed.";
  return attemptsLeft === 0 ? noAttemptsLeft : undefined;
}

function Help({ view: { assignedId, problem } }: { view: AssignedProblemView }) {
  const { hints, variant } = problem;
  if (hints.count === 0) return null;
  return (
    <section aria-label="Help" className="space-y-4">
      <Hints hints={hints} />
      {hints.count > hints.given.length && (
        <ActionForm action={seekAssignedHint} fields={{ assignedId, variant: variant.name }}>
          <SubmitButton main={false}>{hints.given.length === 0 ? "Show a hint" : "Show the next hint"}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
