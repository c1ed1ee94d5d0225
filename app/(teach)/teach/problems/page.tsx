import type { Metadata } from "next";
import Link from "next/link";
import { Moment } from "@/app/_components/moment";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { TableHead } from "@/app/_components/table-head";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { type AuthoredProblemSummary, listAuthoredProblems } from "@/lib/services";

export const metadata: Metadata = { title: "Problems" };

export default async function ProblemsPage({ searchParams }: SearchProps) {
  const { find } = await searchParams;
  const wanted = typeof find === "string" ? find.trim() : "";
  const all = shown(await listAuthoredProblems(await viewer()), "/teach/problems");
  const problems = all.filter((problem) => isWanted(problem, wanted));
  return (
    <>
      <PageTitle
        title="Problems"
        lead="Yours and those of the bank, with the answers given to them."
        above={
          <Link href="/teach" className="hover:text-ink hover:underline">
            Teach
          </Link>
        }
        aside={
          <div className="flex flex-wrap gap-3">
            <a href="/teach/problems/export" download className="button">
              Export mine
            </a>
            <Link href="/teach/problems/import" className="button">
              Import
            </Link>
            <Link href="/teach/problems/new" className="button button-main">
              New problem
            </Link>
          </div>
        }
      />
      <FindForm wanted={wanted} />
      {wanted && <ExportFound problems={problems} />}
      <div className="mt-10 space-y-12">
        <ProblemTable
          id="authored"
          heading="Written here"
          problems={problems.filter(({ fromBank }) => !fromBank)}
          empty={wanted ? noneFound : "None yet. Write a new problem, or import a pack."}
        />
        <ProblemTable
          id="bank"
          heading="From the bank"
          problems={problems.filter(({ fromBank }) => fromBank)}
          empty={wanted ? noneFound : "The bank is not loaded yet."}
        />
      </div>
    </>
  );
}

/** True where the title or the topic has every word that was asked for. */
function isWanted({ title, topic }: AuthoredProblemSummary, wanted: string): boolean {
  const text = `${title} ${topic?.title ?? ""}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const noneFound = "None has these words in its title or topic.";

/** More would not fit into an address. */
const mostExported = 100;

/** What was found as a pack. */
function ExportFound({ problems }: { problems: readonly AuthoredProblemSummary[] }) {
  const published = problems.filter(({ versionNumber }) => versionNumber !== null);
  if (published.length === 0 || published.length > mostExported) return null;
  const ids = published.map(({ id }) => id).join(",");
  return (
    <p className="mt-3">
      <a href={`/teach/problems/export?ids=${encodeURIComponent(ids)}`} download className="link">
        Export {counted(published.length, "found problem")}
      </a>
    </p>
  );
}

function FindForm({ wanted }: { wanted: string }) {
  return (
    <search>
      <form className="mt-7 flex max-w-md gap-3">
        <label htmlFor="find" className="sr-only">
          Find by title or topic
        </label>
        <input
          id="find"
          name="find"
          type="search"
          defaultValue={wanted}
          placeholder="Title or topic"
          className="field"
        />
        <button type="submit" className="button">
          Find
        </button>
      </form>
    </search>
  );
}

function ProblemTable({
  id,
  heading,
  problems,
  empty,
}: {
  id: string;
  heading: string;
  problems: readonly AuthoredProblemSummary[];
  /** What is said where there are none. */
  empty: string;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="heading">
        {heading}
      </h2>
      {problems.length === 0 ? (
        <p className="mt-2 text-soft">{empty}</p>
      ) : (
        <div className="scroll-x mt-2">
          <table className="table min-w-2xl">
            <TableHead columns={["Problem", "Topic", "State", { end: "Answers" }, { end: "Solved by" }, "Changed"]} />
            <tbody>
              {problems.map((problem) => (
                <ProblemRow key={problem.id} problem={problem} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ProblemRow({ problem }: { problem: AuthoredProblemSummary }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        <Link href={`/teach/problems/${problem.id}`} className="link">
          {problem.title || "Untitled"}
        </Link>
      </th>
      <td className="text-soft">{problem.topic?.title ?? "–"}</td>
      <td className="text-soft">{stateInWords(problem)}</td>
      <td className="text-end tabular-nums">{problem.answers}</td>
      <td className="text-end tabular-nums">
        {problem.people === 0 ? "–" : `${problem.solvedBy} of ${problem.people}`}
      </td>
      <td className="text-soft">
        <Moment date={problem.updatedAt} />
      </td>
    </tr>
  );
}

function stateInWords({ versionNumber, unpublishedChanges }: AuthoredProblemSummary): string {
  if (versionNumber === null) return "Draft";
  return `Version ${versionNumber}${unpublishedChanges ? ", draft changes" : ""}`;
}
