import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import type { Metadata } from "next";
import { graspWords, percent } from "@/app/_components/grasps";
import { Link } from "@/app/_components/link";
import type { IdProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { StartReview } from "@/app/_components/review-form";
import { counted, dayInWords } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getReviewSummary, type ReviewedView } from "@/lib/services";

export const metadata: Metadata = { title: "Review done" };

export default async function ReviewDonePage({ params }: IdProps) {
  const { id } = await params;
  const { items, finishedAt, due } = shown(await getReviewSummary(await viewer(), id, new Date()), `/review/${id}`);
  const right = items.filter(({ outcome }) => outcome === "right").length;
  return (
    <>
      <PageTitle
        title="Review done"
        lead={`${right} of ${counted(items.length, "problem")} right at the first answer.`}
      />
      <ul className="mt-8 max-w-3xl divide-y divide-line border-y border-line">
        {items.map((item) => (
          <Reviewed key={item.problem.id} item={item} finishedAt={finishedAt} />
        ))}
      </ul>
      <div className="mt-8 flex flex-wrap items-start gap-3">
        <Link href="/dashboard" className={`button ${due > 0 ? "" : "button-main"}`}>
          To your dashboard
        </Link>
        {due > 0 && <StartReview>Review {counted(due, "more skill")}</StartReview>}
      </div>
    </>
  );
}

const outcomes: { readonly [O in ReviewedView["outcome"]]: { icon: LucideIcon; words: string; ink: string } } = {
  right: { icon: CircleCheck, words: "Right at once", ink: "text-good" },
  "right-later": { icon: CircleCheck, words: "Right at a later answer", ink: "text-soft" },
  missed: { icon: CircleX, words: "Not solved", ink: "text-bad" },
  skipped: { icon: CircleDashed, words: "Skipped", ink: "text-faint" },
};

function Reviewed({ item, finishedAt }: { item: ReviewedView; finishedAt: Date }) {
  const { problem, topic, ability, outcome, before, after, due } = item;
  const { icon: Icon, words, ink } = outcomes[outcome];
  return (
    <li className="flex items-start gap-3 py-4">
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <div className="min-w-0 grow">
        <p className="font-medium first-letter:uppercase">{ability}</p>
        <p className="text-[0.9375rem] text-soft">
          {words}:{" "}
          <Link href={`/problems/${problem.id}`} className="link">
            {problem.title}
          </Link>
          , {topic.title}
        </p>
        <p className="hint mt-0.5">{due && due > finishedAt ? `Due again on ${dayInWords(due)}` : "Still due"}</p>
      </div>
      <p className="shrink-0 text-end text-[0.9375rem]">
        <span className="tabular-nums">
          <span className="sr-only">Mastery from </span>
          {percent(before.mastery)}
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> to </span>
          <span className={after.mastery < before.mastery ? "text-bad" : "font-medium"}>{percent(after.mastery)}</span>
        </span>
        <span className="hint block">{graspWords[after.grasp]}</span>
      </p>
    </li>
  );
}
