import type { Metadata } from "next";
import Link from "next/link";
import { AnswerText } from "@/app/_components/answer-text";
import { Content } from "@/app/_components/content/content";
import { Moment } from "@/app/_components/moment";
import { Notice } from "@/app/_components/notice";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import type { IdProps, SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { TableHead } from "@/app/_components/table-head";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { hasLayouts } from "@/lib/feedback";
import { type AnswerRowView, listProblemAnswers, type ProblemAnswersView } from "@/lib/services";

async function load({ params }: IdProps): Promise<ProblemAnswersView> {
  const { id } = await params;
  return shown(await listProblemAnswers(await viewer(), id), `/teach/problems/${id}`);
}

export async function generateMetadata(props: IdProps): Promise<Metadata> {
  return { title: `Answers to ${(await load(props)).problem.title || "a draft"}` };
}

export default async function AnswersPage(props: IdProps & SearchProps) {
  const { problem, statement, answers, more } = await load(props);
  const { published } = await props.searchParams;
  return (
    <>
      <PageTitle
        title={problem.title || "Untitled"}
        above={
          <>
            <Link href="/teach/problems" className="hover:text-ink hover:underline">
              Problems
            </Link>{" "}
            / {problem.topic?.title ?? "no topic yet"}
          </>
        }
        aside={
          <div className="flex flex-wrap gap-3">
            {problem.versionNumber !== null && (
              <Link href={`/teach/problems/${problem.id}/insight`} className="button">
                Insight
              </Link>
            )}
            {problem.versionNumber !== null && (
              <Link href={`/problems/${problem.id}`} className="button">
                As a learner sees it
              </Link>
            )}
            {problem.versionNumber !== null && (
              <Link href={`/teach/problems/new?from=${encodeURIComponent(problem.id)}`} className="button">
                Begin another with it
              </Link>
            )}
            {!problem.fromBank && (
              <Link href={`/teach/problems/${problem.id}/edit`} className="button button-main">
                Edit
              </Link>
            )}
          </div>
        }
      />
      {published && problem.versionNumber !== null && (
        <div className="mt-6">
          <Notice tone="good">Version {problem.versionNumber} is published. Learners see it from now on.</Notice>
        </div>
      )}
      {statement && (
        <div className="mt-8 border-l-2 border-line pl-5">
          <Content content={statement} />
        </div>
      )}
      <Answers answers={answers} summary={summaryOf(problem)} more={more} />
    </>
  );
}

function summaryOf({ answers, people, solvedBy }: ProblemAnswersView["problem"]): string {
  if (answers === 0) return "Nobody has answered yet.";
  return `${counted(answers, "answer")} by ${counted(people, "person", "people")}, solved by ${solvedBy}.`;
}

function Answers({ answers, summary, more }: { answers: readonly AnswerRowView[]; summary: string; more: boolean }) {
  return (
    <section aria-labelledby="answers" className="mt-10">
      <h2 id="answers" className="heading">
        Answers
      </h2>
      <p className="mt-1 text-soft">{summary}</p>
      {answers.length > 0 && (
        <div className="scroll-x mt-3">
          <table className="table min-w-3xl">
            <TableHead columns={["Who", "Answer", "Outcome", "Numerator", "Denominator", "When"]} />
            <tbody>
              {answers.map((answer) => (
                <AnswerRow key={answer.id} answer={answer} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more && <p className="hint mt-3">Older answers are not shown here.</p>}
    </section>
  );
}

function AnswerRow({ answer: { person, text, drawn, feedback, verdict, createdAt } }: { answer: AnswerRowView }) {
  const hasFlags = verdict.status === "graded" && hasLayouts(verdict.form);
  const flag = (right: boolean) => (hasFlags ? (right ? "right" : "not right") : "–");
  const numbers = Object.entries(drawn).map(([name, value]) => `${name} = ${value}`);
  return (
    <tr>
      <th scope="row" className="font-normal">
        {person.role === "guest" ? <span className="text-soft">A visitor</span> : person.name}
      </th>
      <td className="max-w-80">
        <AnswerText text={text} />
        {numbers.length > 0 && <p className="hint">for {numbers.join(", ")}</p>}
      </td>
      <td>
        <OutcomeMark outcome={feedback.outcome} words />
      </td>
      <td className="text-soft">{flag(verdict.numerator)}</td>
      <td className="text-soft">{flag(verdict.denominator)}</td>
      <td className="text-soft">
        <Moment date={createdAt} />
      </td>
    </tr>
  );
}
