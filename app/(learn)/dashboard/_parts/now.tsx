import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/app/_components/link";
import { StartReview } from "@/app/_components/review-form";
import type { NowView } from "@/lib/services";

/** What to do now, in one button. */
export function Now({ now }: { now: NowView | null }) {
  if (!now) return <p className="mt-8 text-[1.0625rem]">Every problem is solved and nothing is due. Well done.</p>;
  if (now.what === "review") {
    const title = now.due === 1 ? "1 skill is due for review" : `${now.due} skills are due for review`;
    return (
      <Box title={title} words="Ten minutes, one problem for each skill, before you forget it.">
        <StartReview>Start the review</StartReview>
      </Box>
    );
  }
  const { problem, topic, why } = now;
  return (
    <Box
      title={problem.title}
      words={why === "in-progress" ? `Go on with ${topic.title}` : `You are ready for ${topic.title}`}
    >
      <Link href={`/problems/${problem.id}`} className="button button-main">
        {problem.state === "new" ? "Start" : "Go on"}
        <ArrowRight aria-hidden="true" className="size-4" />
      </Link>
    </Box>
  );
}

function Box({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby="now"
      className="mt-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg bg-accent-wash px-5 py-4"
    >
      <div>
        <h2 id="now" className="eyebrow font-sans text-soft">
          Now
        </h2>
        <p className="font-serif text-[1.25rem] font-semibold">{title}</p>
        <p className="text-[0.9375rem] text-soft">{words}</p>
      </div>
      {children}
    </section>
  );
}
