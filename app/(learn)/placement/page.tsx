import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { PlacementForm } from "@/app/_components/placement-form";
import { ProblemView } from "@/app/_components/problem-view";
import { ProgressBar } from "@/app/_components/progress-bar";
import { shown } from "@/app/_components/reply";
import { TopicLinks } from "@/app/_components/topic-links";
import { isSignedIn, viewer } from "@/lib/auth";
import { getPlacement, type PlacementView } from "@/lib/services";

export const metadata: Metadata = {
  title: "Placement",
  description: "At most twelve questions, to find out where to begin. No account needed.",
};

export default async function PlacementPage() {
  const asking = await viewer();
  const placement = shown(await getPlacement(asking), "/placement");
  if (placement.state === "open") return <Question placement={placement} guest={!isSignedIn(asking)} />;
  return placement.state === "done" ? <Done placement={placement} /> : <Idle />;
}

type Open = Extract<PlacementView, { readonly state: "open" }>;
type Closed = Exclude<PlacementView, Open>;

function Idle() {
  return (
    <>
      <PageTitle
        title="Where to begin"
        lead="Answer a few questions, at most twelve. Each one depends on the answers before, so they soon come to what you are ready for."
      />
      <div className="mt-8 max-w-measure space-y-4">
        <p className="text-soft">
          Say so where you do not know something yet; you can stop at any time. Your answers count as practice, and no
          account is needed.
        </p>
        <div className="flex flex-wrap gap-3">
          <PlacementForm step="start">Begin</PlacementForm>
          <Link href="/topics" className="button button-quiet">
            Skip it, show the topics
          </Link>
        </div>
      </div>
    </>
  );
}

function Question({ placement: { number, most, problem, answered }, guest }: { placement: Open; guest: boolean }) {
  return (
    <>
      <PageTitle
        title={problem.title}
        above={`Placement: question ${number} of at most ${most}, from ${problem.topic.title}`}
        aside={
          <PlacementForm step="stop" number={number} main={false}>
            Stop here
          </PlacementForm>
        }
      />
      <div className="mt-4 max-w-measure">
        <ProgressBar done={number - 1} of={most} what="questions answered" />
      </div>
      <div key={problem.id} className="mt-7">
        <ProblemView problem={problem} guest={guest} />
      </div>
      <footer className="mt-10 border-t border-line pt-6">
        <PlacementForm step="next" number={number} main={answered}>
          {answered ? "Next question" : "I do not know this yet"}
        </PlacementForm>
        <p className="hint mt-2">Your first answer decides.</p>
      </footer>
    </>
  );
}

function Done({ placement: { known, topics, next } }: { placement: Closed }) {
  return (
    <>
      <PageTitle title="Where to begin" lead={result(known.length, topics)} />
      {next && (
        <section
          aria-labelledby="begin"
          className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg bg-accent-wash px-5 py-4"
        >
          <div>
            <h2 id="begin" className="eyebrow font-sans text-soft">
              You are ready for
            </h2>
            <p className="font-serif text-[1.25rem] font-semibold">{next.topic.title}</p>
            <p className="text-[0.9375rem] text-soft">Begin with “{next.problem.title}”</p>
          </div>
          <Link href={`/problems/${next.problem.id}`} className="button button-main">
            Start
            <ArrowRight aria-hidden="true" className="size-4" />
          </Link>
        </section>
      )}
      {known.length > 0 && (
        <section aria-labelledby="known" className="mt-10">
          <h2 id="known" className="heading">
            You seem to know
          </h2>
          <TopicLinks topics={known} className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5" />
        </section>
      )}
      <div className="mt-10 flex flex-wrap gap-3">
        <Link href="/map" className="button">
          See the map
        </Link>
        <PlacementForm step="start" main={false}>
          Begin again
        </PlacementForm>
      </div>
    </>
  );
}

function result(known: number, topics: number): string {
  if (known === 0) return "Begin at the beginning: the first topics take you from single derivatives to gradients.";
  return `Of ${topics} topics you seem to know ${known}. Every answer from here on makes that surer.`;
}
