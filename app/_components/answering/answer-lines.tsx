import Link from "next/link";
import { counted } from "@/app/_components/words";
import { AnswerLineRow } from "./answer-line";
import type { AnswerLine } from "./answer-reply";
import { OnceAnswered, UntilAnswered } from "./answering";

const shownAtOnce = 5;

interface Props {
  readonly lines: readonly AnswerLine[];
  /** The clocks that times are read on. */
  readonly zone?: string;
  /** True for a visitor, whose answers wait for an account. */
  readonly guest?: boolean;
}

/** One's own answers to a problem, the newest first. */
export function AnswerLines({ lines, zone, guest = false }: Props) {
  const earlier = lines.slice(shownAtOnce);
  return (
    <OnceAnswered isAnswered={lines.length > 0}>
      <section aria-labelledby="history">
        <h2 id="history" className="heading">
          Your answers so far
        </h2>
        <ol className="mt-3 divide-y divide-line border-y border-line">
          <UntilAnswered part={{ name: "answers", zone }} />
          {lines.slice(0, shownAtOnce).map((line) => (
            <AnswerLineRow key={line.id} line={line} zone={zone} />
          ))}
        </ol>
        {earlier.length > 0 && (
          <details className="mt-3">
            <summary className="text-[0.9375rem] text-soft">{counted(earlier.length, "earlier answer")}</summary>
            <ol className="mt-3 divide-y divide-line border-y border-line">
              {earlier.map((line) => (
                <AnswerLineRow key={line.id} line={line} zone={zone} />
              ))}
            </ol>
          </details>
        )}
        {guest && (
          <p className="mt-3 text-[0.9375rem] text-soft">
            <Link href="/sign-up" className="link">
              Sign up
            </Link>{" "}
            to keep these answers and your progress.
          </p>
        )}
      </section>
    </OnceAnswered>
  );
}
