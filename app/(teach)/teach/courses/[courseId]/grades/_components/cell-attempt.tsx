import { Moment } from "@/app/_components/moment";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import { showVerdict } from "@/app/_components/shown-verdict";
import { VerdictPanel } from "@/app/_components/verdict-panel";
import { counted } from "@/app/_components/words";
import type { AttemptView, CellAttemptView, ProblemView } from "@/lib/services";

interface Props {
  readonly attempt: CellAttemptView;
  /** Which of the answers, from 1. */
  readonly number: number;
  readonly problem: ProblemView;
  readonly zone: string;
}

/** One answer: when it came in and what it was worth, its verdict in full and as the student sees it, and what comes out today. */
export function CellAttempt({ attempt, number, problem, zone }: Props) {
  const { full, today, seen, graderVersion } = attempt;
  return (
    <li className="space-y-3 py-6">
      <Arrival attempt={attempt} zone={zone} />
      <Verdict attempt={full} problem={problem} label={`Verdict on answer ${number}`} />
      <dl className="grid gap-x-8 gap-y-2 text-[0.9375rem] sm:grid-cols-[max-content_1fr]">
        <dt className="text-soft">The student sees</dt>
        <dd>{seen === null ? "That it was received." : [seen.title, ...seen.lines].join(" ")}</dd>
        <dt className="text-soft">Graded again now</dt>
        <dd>{today === null ? `The same verdict (grader ${graderVersion}).` : "Another verdict, below."}</dd>
      </dl>
      {today && (
        <div className="border-l-3 border-warn pl-4">
          <p className="mb-2 font-medium">What this grader says today</p>
          <Verdict attempt={today} problem={problem} label={`Verdict on answer ${number} today`} />
        </div>
      )}
      <Grades attempt={attempt} number={number} zone={zone} />
    </li>
  );
}

function Arrival({ attempt, zone }: { attempt: CellAttemptView; zone: string }) {
  const { ordinal, arrivedAt, worth, automatic, hints } = attempt;
  const facts = [
    ordinal === null ? "cost no attempt" : `worth ${worth} % if right`,
    ...(automatic ? ["sent at the closing"] : []),
    ...(hints > 0 ? [`after ${counted(hints, "hint")}`] : []),
  ];
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6">
      <h3 className="font-sans text-[1rem] font-semibold">{ordinal === null ? "Not counted" : `Attempt ${ordinal}`}</h3>
      <p className="hint">
        <Moment date={arrivedAt} zone={zone} />, {facts.join(", ")}
      </p>
    </div>
  );
}

function Verdict({ attempt, problem, label }: { attempt: AttemptView; problem: ProblemView; label: string }) {
  const { field, indices, declarations } = problem;
  const verdict = showVerdict(attempt, declarations, { field, indices, syntax: attempt.syntax });
  return (
    <>
      {verdict.reading && (
        <pre className="field-mono mb-2 overflow-x-auto text-[0.9375rem] whitespace-pre-wrap">{attempt.text}</pre>
      )}
      <VerdictPanel verdict={verdict} answer={attempt.text} label={label} />
    </>
  );
}

/** What was made of the answer over time, where that is more than one grade. */
function Grades({ attempt: { grades }, number, zone }: Omit<Props, "problem">) {
  if (grades.length < 2) return null;
  return (
    <section aria-label={`Grades of answer ${number}`}>
      <ol className="space-y-1 text-[0.9375rem]">
        {grades.map(({ id, at, outcome, versionNumber, regradeId }, index) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <OutcomeMark outcome={outcome} words />
            <span className="hint">
              {index === 0 ? "When it came in" : regradeId === null ? "Graded again" : "By a regrade"}, by version{" "}
              {versionNumber} of the problem, <Moment date={at} zone={zone} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
