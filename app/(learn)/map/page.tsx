import type { Metadata } from "next";
import { percent } from "@/app/_components/grasps";
import { Link } from "@/app/_components/link";
import { PageTitle } from "@/app/_components/page-title";
import { PlacementInvitation } from "@/app/_components/placement-invitation";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getMap, type MapTopicView } from "@/lib/services";
import { Graph } from "./graph";
import { Legend } from "./legend";
import { SmallGraph } from "./small-graph";
import { standingInWords } from "./words";

export const metadata: Metadata = {
  title: "Map",
  description: "All topics of matrix calculus, what each builds on, and where you stand.",
};

export default async function MapPage() {
  const topics = await getMap(await viewer(), new Date());
  const groups = [...new Set(topics.map(({ group }) => group))];
  return (
    <>
      <PageTitle title="Map" lead={summary(topics)} />
      {topics.every(({ grasp }) => grasp === "new") && <PlacementInvitation className="mt-2.5" />}
      <Legend className="mt-6" />
      {topics.length > 0 && (
        <>
          <section aria-label="The map as a drawing" className="scroll-x mt-6 hidden pb-2 sm:block">
            <Graph topics={topics} />
          </section>
          <section aria-label="The map in numbers" className="mt-6 sm:hidden">
            <SmallGraph topics={topics} />
            <p className="hint mt-3">The numbers are those of the list below.</p>
          </section>
        </>
      )}
      <section aria-labelledby="as-list" className="mt-12">
        <h2 id="as-list" className="heading">
          All topics as a list
        </h2>
        <div className="mt-4 grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-2">
          {groups.map((group) => (
            <Group key={group} name={group} topics={topics.filter((topic) => topic.group === group)} />
          ))}
        </div>
      </section>
    </>
  );
}

function summary(topics: readonly MapTopicView[]): string {
  const count = (test: (topic: MapTopicView) => boolean) => topics.filter(test).length;
  const due = topics.reduce((sum, topic) => sum + topic.due, 0);
  const had = count(({ grasp }) => grasp === "practised" || grasp === "mastered");
  const ready = count((topic) => topic.ready);
  return [
    `${counted(topics.length, "topic")}: ${had} practised or mastered, ${ready} ready to learn.`,
    ...(due > 0 ? [`${counted(due, "skill is", "skills are")} due for review.`] : []),
  ].join(" ");
}

function Group({ name, topics }: { name: string; topics: readonly MapTopicView[] }) {
  return (
    <div>
      <h3 className="eyebrow font-sans">{name}</h3>
      <ul className="mt-1.5 divide-y divide-line border-y border-line">
        {topics.map((topic) => (
          <Row key={topic.id} topic={topic} />
        ))}
      </ul>
    </div>
  );
}

function Row({ topic }: { topic: MapTopicView }) {
  const { id, title, order, grasp, mastery, due, ready, missing, solved, problems } = topic;
  return (
    <li className="py-2.5">
      <div className="flex items-baseline justify-between gap-4">
        <span className="flex gap-x-2">
          <span className="w-6 shrink-0 text-end text-faint tabular-nums">{order}</span>
          <Link href={`/topics/${id}`} className="hover:text-accent hover:underline hover:underline-offset-4">
            {title}
          </Link>
        </span>
        <span className={`shrink-0 text-end text-[0.875rem] ${ready ? "font-medium text-accent" : "text-soft"}`}>
          {standingInWords(topic)}
        </span>
      </div>
      <p className="hint pl-8">
        {solved} of {counted(problems, "problem")} solved
        {due > 0 && (
          <>
            {" · "}
            <Link href="/review" className="link">
              {due} due
            </Link>
          </>
        )}
        {ready && grasp !== "new" && " · ready to go on"}
        {missing.length > 0 && grasp === "new" && ` · first ${missing.map((need) => need.title).join(", ")}`}
        <span className="sr-only">. Mastery {percent(mastery)}.</span>
      </p>
    </li>
  );
}
