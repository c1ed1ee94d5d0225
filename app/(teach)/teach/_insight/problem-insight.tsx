import type { ReactNode } from "react";
import { stopRule } from "@/app/_actions/rules";
import { ActionForm } from "@/app/_components/action-form";
import { AnswerText } from "@/app/_components/answer-text";
import { Confirm } from "@/app/_components/confirm";
import { Prose } from "@/app/_components/prose";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted } from "@/app/_components/words";
import type { ClusterView, FeedbackRuleView, ProblemInsightView } from "@/lib/services";
import { correlationInWords, meanInWords, secondsInWords, shareInWords } from "./numbers";
import { RuleForm } from "./rule-form";

/** What was done with a problem: its statistics, the wrong answers by value, and what is said to them. */
export function ProblemInsight({ insight }: { insight: ProblemInsightView }) {
  return (
    <div className="mt-8 space-y-12">
      <Facts insight={insight} />
      <WrongAnswers insight={insight} />
      <Rules insight={insight} />
    </div>
  );
}

function Facts({ insight: { item, course } }: { insight: ProblemInsightView }) {
  const facts: readonly { readonly name: string; readonly value: string; readonly note?: string }[] = [
    { name: course ? "Students" : "People", value: String(item.students) },
    { name: "Right at first", value: shareInWords(item.first) },
    { name: "In the end", value: shareInWords(item.end) },
    {
      name: "Discrimination",
      value: correlationInWords(item.discrimination),
      ...(item.discrimination === null && { note: "needs 10 students who differ" }),
    },
    { name: "Answers each", value: meanInWords(item.attempts) },
    { name: "Time to right", value: secondsInWords(item.seconds), ...(!course && { note: "not taken in practice" }) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-5 sm:grid-cols-3 lg:grid-cols-6">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt className="eyebrow">{name}</dt>
          <dd className="mt-1 font-serif text-[1.5rem] tabular-nums">{value}</dd>
          {note && <dd className="hint">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

function WrongAnswers({ insight }: { insight: ProblemInsightView }) {
  const { clusters, wrong, more, rare, alone } = insight;
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong" className="heading">
        Wrong answers
      </h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        {wrong === 0
          ? "There are none yet."
          : `${counted(wrong, "wrong answer")}${more ? ", the newest," : ""} put together where they have the same value, however they are written.`}
        {insight.hasVariants && wrong > 0 && " A name behind @ stands for the number that a student has got."}
      </p>
      <ol className="mt-4 space-y-4">
        {clusters.map((cluster) => (
          <Cluster key={cluster.answer} cluster={cluster} insight={insight} />
        ))}
      </ol>
      {rare > 0 && <p className="hint mt-4">And {counted(rare, "rarer one")}.</p>}
      {alone > 0 && (
        <p className="hint mt-2">
          {counted(alone, "rare way of writing was", "rare ways of writing were")} not compared with all others.
        </p>
      )}
    </section>
  );
}

function Cluster({ cluster, insight }: { cluster: ClusterView; insight: ProblemInsightView }) {
  const { answer, answers, writings, people, names, slip } = cluster;
  const others = people - names.length;
  return (
    <li className="border-l-2 border-line pl-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <AnswerText text={answer} />
        <span className="hint tabular-nums">
          {counted(people, "person", "people")}, {counted(answers, "answer")}
          {writings > 1 && `, written in ${writings} ways`}
        </span>
      </div>
      <p className="hint mt-1">
        {slip && <span className="tag mr-2">{slip}</span>}
        {names.join(", ")}
        {others > 0 && ` and ${others} more`}
      </p>
      {insight.mayMakeRules && (
        <details className="mt-2">
          <summary className="link w-fit text-[0.9375rem]">Say something to this answer</summary>
          <RuleForm place={placeOf(insight)} answer={answer} />
        </details>
      )}
    </li>
  );
}

function placeOf({ problem, course }: ProblemInsightView) {
  return { problemId: problem.id, courseId: course?.id ?? "" };
}

function Rules({ insight }: { insight: ProblemInsightView }) {
  const { rules, mayMakeRules, hasVariants, course } = insight;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="heading">
        What is said to wrong answers
      </h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        {rules.length === 0
          ? "Nothing of your own yet."
          : "Whoever gives an answer of the same value reads this first."}
        {course && " What you add here is said in the assignments of this course."}
      </p>
      {rules.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} />
          ))}
        </ul>
      )}
      {mayMakeRules && (
        <details className="mt-4">
          <summary className="link w-fit">Add one for another answer</summary>
          <RuleForm
            place={placeOf(insight)}
            answer=""
            hint={hasVariants ? "Write @name for what is drawn." : undefined}
          />
        </details>
      )}
    </section>
  );
}

function RuleRow({ rule: { id, answer, message, everywhere, met, mayEnd } }: { rule: FeedbackRuleView }): ReactNode {
  return (
    <li className="space-y-2 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <AnswerText text={answer} />
        <span className="hint">
          {everywhere && "everywhere, "}met by {counted(met, "answer")}
        </span>
      </div>
      <Prose markdown={message} />
      {mayEnd && (
        <Confirm label="End">
          <p>It is not said any more, also not to those who have read it before.</p>
          <ActionForm action={stopRule} fields={{ ruleId: id }}>
            <SubmitButton>End this rule</SubmitButton>
          </ActionForm>
        </Confirm>
      )}
    </li>
  );
}
