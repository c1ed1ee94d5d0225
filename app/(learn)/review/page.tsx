import type { Metadata } from "next";
import { GuestInvitation } from "@/app/_components/guest-invitation";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { ProblemView } from "@/app/_components/problem-view";
import { ProgressBar } from "@/app/_components/progress-bar";
import { NextInReview, StartReview } from "@/app/_components/review-form";
import { dayInWords } from "@/app/_components/words";
import { isSignedIn, viewer } from "@/lib/auth";
import { getReview, type ReviewView } from "@/lib/services";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage() {
  const asking = await viewer();
  const review = await getReview(asking, new Date());
  return review.state === "open" ? <Open review={review} /> : <Idle review={review} guest={!isSignedIn(asking)} />;
}

type Of<S extends ReviewView["state"]> = Extract<ReviewView, { readonly state: S }>;

/** One problem of the session. */
function Open({ review: { id, done, of, ability, problem, settled } }: { review: Of<"open"> }) {
  const last = done + 1 === of;
  const leave = problem.attempts.length > 0 ? "Leave it unsolved" : "Skip it";
  return (
    <>
      <PageTitle
        title={problem.title}
        above={
          <>
            Review: problem {done + 1} of {of}, from{" "}
            <Link href={`/topics/${problem.topic.id}`} className="hover:text-ink hover:underline">
              {problem.topic.title}
            </Link>
          </>
        }
        lead={ability && `Can you still ${ability}?`}
      />
      <div className="mt-4 max-w-measure">
        <ProgressBar done={done} of={of} what="problems of this review done" />
      </div>
      <div key={problem.id} className="mt-7">
        <ProblemView problem={problem} guest={false} />
      </div>
      <footer className="mt-10 border-t border-line pt-6">
        <NextInReview session={id} done={done} main={settled}>
          {settled ? (last ? "See what was gained" : "Next problem") : `${leave}${last ? " and finish" : ""}`}
        </NextInReview>
      </footer>
    </>
  );
}

/** Nothing has been begun: what there is to review, or when there will be. */
function Idle({ review: { due, nextDue }, guest }: { review: Of<"idle">; guest: boolean }) {
  return (
    <>
      <PageTitle
        title="Review"
        lead="Ten minutes with what you are about to forget: one problem for each skill that is due, with new numbers where there are any."
      />
      <div className="mt-8 max-w-measure rounded-lg bg-accent-wash px-5 py-5">
        {due > 0 ? (
          <>
            <p className="mb-4 font-serif text-[1.25rem] font-semibold">
              {due === 1 ? "1 skill is due" : `${due} skills are due`}
            </p>
            {guest ? (
              <Link href="/sign-up?returnTo=/review" className="button button-main">
                Sign up to review
              </Link>
            ) : (
              <StartReview>Start the review</StartReview>
            )}
          </>
        ) : nextDue ? (
          <>
            <p className="font-serif text-[1.25rem] font-semibold">Nothing is due</p>
            <p className="mt-1 text-soft">
              The next skill is due on {dayInWords(nextDue)}. Until then, learn something new on your{" "}
              <Link href="/dashboard" className="link">
                dashboard
              </Link>
              .
            </p>
          </>
        ) : (
          <>
            <p className="font-serif text-[1.25rem] font-semibold">Nothing to review yet</p>
            <p className="mt-1 text-soft">
              A skill comes up for review a few days after you have practised it. Begin with a problem from the{" "}
              <Link href="/topics" className="link">
                topics
              </Link>
              .
            </p>
          </>
        )}
      </div>
      {guest && (
        <div className="mt-6 max-w-measure">
          <GuestInvitation returnTo="/review" />
        </div>
      )}
    </>
  );
}
