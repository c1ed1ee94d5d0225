import { longestAnswer, type ProblemView as Problem } from "@/lib/services";
import { AnswerForm } from "./answer-form";
import { AttemptHistory } from "./attempt-history";
import { Formula } from "./formula";
import { nameToTex } from "./name-to-tex";
import { Prose } from "./prose";
import { VariablesTable } from "./variables-table";
import { hasLayouts, policyWords } from "./words";

/** A problem to be answered: the statement, what it declares, the answer field, and what one has tried so far. */
export function ProblemView({ problem, guest }: { problem: Problem; guest: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <div>
        <Prose markdown={problem.statement} />
        {problem.options && <Options options={problem.options} />}
      </div>
      <aside aria-label="What is given" className="space-y-4 lg:row-span-2">
        <VariablesTable declarations={problem.declarations} />
        <Asked problem={problem} />
      </aside>
      <div className="min-w-0 space-y-8">
        <AnswerForm
          problemId={problem.id}
          versionId={problem.versionId}
          declarations={problem.declarations}
          indices={problem.indices}
          form={problem.form}
          longest={longestAnswer}
          start={{ text: "", key: crypto.randomUUID() }}
        />
        {problem.hint && <Unfold summary="Hint" markdown={problem.hint} />}
        {problem.solution && <Unfold summary="Solution" markdown={problem.solution} />}
        <AttemptHistory attempts={problem.attempts} guest={guest} />
      </div>
    </div>
  );
}

function Asked({ problem: { form, wrt, where, indices, policy, declarations } }: { problem: Problem }) {
  return (
    <ul className="space-y-1 text-[0.9375rem] text-soft">
      {wrt && (
        <li>
          Differentiate by <Formula tex={nameToTex(wrt, declarations)} />.
        </li>
      )}
      {where.length > 0 && <li>With {where.join(" and ")}.</li>}
      {indices.length > 0 && <li>Indices of the entry: {indices.join(", ")}.</li>}
      {hasLayouts(form) && <li>{policyWords[policy]}</li>}
    </ul>
  );
}

function Options({ options }: { options: NonNullable<Problem["options"]> }) {
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
      {Object.entries(options).map(([key, text]) => (
        <div key={key} className="contents">
          <dt className="font-mono font-semibold">{key}</dt>
          <dd>
            <Prose markdown={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Unfold({ summary, markdown }: { summary: string; markdown: string }) {
  return (
    <details className="border-l-2 border-line pl-4">
      <summary className="text-[0.9375rem] font-medium text-soft">{summary}</summary>
      <div className="mt-3">
        <Prose markdown={markdown} />
      </div>
    </details>
  );
}
