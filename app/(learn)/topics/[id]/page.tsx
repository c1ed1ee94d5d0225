import { ArrowDown, ArrowLeft, ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { Content } from "@/app/_components/content/content";
import { Link } from "@/app/_components/link";
import type { IdProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { ProgressBar } from "@/app/_components/progress-bar";
import { shown } from "@/app/_components/reply";
import { StateMark } from "@/app/_components/state-mark";
import { TopicLinks } from "@/app/_components/topic-links";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getTopic, type TopicView } from "@/lib/services";

async function load({ params }: IdProps): Promise<TopicView> {
  const { id } = await params;
  return shown(await getTopic(await viewer(), id), `/topics/${id}`);
}

export async function generateMetadata(props: IdProps): Promise<Metadata> {
  const { title, goal } = await load(props);
  return { title, description: goal };
}

export default async function TopicPage(props: IdProps) {
  const topic = await load(props);
  return (
    <>
      <PageTitle
        title={topic.title}
        lead={topic.goal}
        above={
          <>
            <Link href="/topics" className="hover:text-ink hover:underline">
              Topics
            </Link>{" "}
            / {topic.group}
          </>
        }
      />
      {topic.problems.length > 0 && (
        <p className="no-print mt-3 lg:hidden">
          <a href="#problems" className="link inline-flex items-center gap-1.5">
            To the {counted(topic.problems.length, "problem")}
            <ArrowDown aria-hidden="true" className="size-4" />
          </a>
        </p>
      )}
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div>
          {topic.lesson ? (
            <Content content={topic.lesson} anchored />
          ) : (
            <p className="text-soft">The lesson is not written yet.</p>
          )}
          <Neighbours topic={topic} />
        </div>
        <aside className="no-print space-y-8 self-start lg:sticky lg:top-6">
          <Problems topic={topic} />
          {topic.skills.length > 0 && <Skills skills={topic.skills} />}
          {topic.needs.length > 0 && <Needs needs={topic.needs} />}
        </aside>
      </div>
    </>
  );
}

function Problems({ topic: { problems, progress } }: { topic: TopicView }) {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems" className="heading">
        Problems
      </h2>
      {problems.length === 0 ? (
        <p className="mt-2 text-soft">There are none yet.</p>
      ) : (
        <>
          <p className="hint mt-1 mb-2">
            {progress.solved} of {problems.length} solved
          </p>
          <ProgressBar done={progress.solved} of={problems.length} what="problems solved" />
          <ol className="mt-4 divide-y divide-line border-y border-line">
            {problems.map(({ id, title, state, difficulty }) => (
              <li key={id} className="flex items-baseline justify-between gap-4 py-2.5">
                <Link
                  href={`/problems/${id}`}
                  className="min-w-0 hover:text-accent hover:underline hover:underline-offset-4"
                >
                  {title}
                </Link>
                <StateMark state={state} difficulty={difficulty} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Skills({ skills }: { skills: TopicView["skills"] }) {
  return (
    <section aria-labelledby="skills">
      <h2 id="skills" className="heading text-[1.125rem]">
        What you learn to do
      </h2>
      <ul className="mt-1.5 list-disc space-y-1 pl-5 text-[0.9375rem] text-soft">
        {skills.map(({ id, ability }) => (
          <li key={id}>{ability}</li>
        ))}
      </ul>
    </section>
  );
}

/** The ways on in teaching order. */
function Neighbours({ topic: { previous, next } }: { topic: TopicView }) {
  return (
    <nav
      aria-label="Topics before and after"
      className="no-print mt-12 flex flex-wrap justify-between gap-x-8 gap-y-3 border-t border-line pt-6"
    >
      {previous && (
        <Link href={`/topics/${previous.id}`} className="link inline-flex items-center gap-1.5">
          <ArrowLeft aria-hidden="true" className="size-4" />
          {previous.title}
        </Link>
      )}
      {next && (
        <Link href={`/topics/${next.id}`} className="link ml-auto inline-flex items-center gap-1.5">
          {next.title}
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      )}
    </nav>
  );
}

function Needs({ needs }: { needs: TopicView["needs"] }) {
  return (
    <section aria-labelledby="needs">
      <h2 id="needs" className="heading text-[1.125rem]">
        Know before
      </h2>
      <TopicLinks topics={needs} className="mt-1.5 space-y-1" />
    </section>
  );
}
