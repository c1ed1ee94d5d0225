import type { ProblemView as Problem } from "@/lib/services";
import { longestAnswer } from "@/lib/services";
import { AnswerForm } from "./answer-form";
import { AttemptHistory } from "./attempt-history";
import { Formula } from "./formula";
import { nameToTex } from "./name-to-tex";
import { Prose } from "./prose";
import { VariablesTable } from "./variables-table";
import { policyWords } from "./words";

/** A problem to be answered: the statement, what it declares, the answer field, and what one has tried so far. */
export function ProblemView({ problem }: { problem: Problem }) {
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <div>
        <Prose markdown={problem.statement} />
        {problem.options && <Options options={problem.options} />}
      </div>
      <aside aria-label="What is given" className="space-y-4 lg:row-span-2">
        <VariablesTable declarations={problem.declarations} />
        {problem.where.length > 0 && <p className="text-[0.9375rem] text-soft">With {problem.where.join(" and ")}.</p>}
        {problem.wrt && (
          <p className="text-[0.9375rem] text-soft">
            Differentiate by <Formula tex={nameToTex(problem.wrt, problem.declarations)} />.{" "}
            {policyWords[problem.policy]}
          </p>
        )}
      </aside>
      <div className="min-w-0 space-y-8">
        <AnswerForm
          problemId={problem.id}
          versionId={problem.versionId}
          declarations={problem.declarations}
          indices={problem.indices}
          longest={longestAnswer}
          start={{ text: "", key: crypto.randomUUID() }}
        />
        {problem.hint && <Unfold summary="Hint" markdown={problem.hint} />}
        {problem.solution && <Unfold summary="Solution" markdown={problem.solution} />}
        <AttemptHistory attempts={problem.attempts} />
      </div>
    </div>
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
