import { Answering } from "@/app/_components/answering/answering";
import { Link } from "@/app/_components/link";
import { ProblemView } from "@/app/_components/problem-view";
import { isSignedIn, viewer } from "@/lib/auth";
import { firstProblem } from "@/lib/services";

export default async function HomePage() {
  const asking = await viewer();
  const problem = await firstProblem(asking);
  return (
    <>
      <div className="max-w-3xl">
        <h1 className="font-serif text-[clamp(1.875rem,1.4rem+2.2vw,2.75rem)] leading-[1.12]">
          Practise matrix calculus, and know which layout you are in
        </h1>
        <p className="mt-4 max-w-[60ch] text-[1.0625rem] text-soft">
          Type a derivative the way you would write it. Nabla says at once whether it is right in numerator layout, in
          denominator layout or in neither, and why.
        </p>
      </div>
      {problem.ok && (
        <section aria-labelledby="first-problem" className="mt-7 border-t border-line pt-6 sm:mt-12 sm:pt-9">
          <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 id="first-problem" className="title text-[1.625rem]">
              {problem.value.title}
            </h2>
            <p className="hint">No account needed</p>
          </div>
          <Answering known={problem.value.attempts.map(({ id }) => id)}>
            <ProblemView problem={problem.value} guest={!isSignedIn(asking)} />
          </Answering>
        </section>
      )}
      <p className="mt-12 border-t border-line pt-6">
        <Link href="/topics" className="link">
          See all topics
        </Link>
        , from partial derivatives to backpropagation, or{" "}
        <Link href="/placement" className="link">
          find out where to begin
        </Link>{" "}
        with a few questions.
      </p>
    </>
  );
}
