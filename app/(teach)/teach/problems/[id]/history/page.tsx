import type { Metadata } from "next";
import Link from "next/link";
import { Moment } from "@/app/_components/moment";
import type { IdProps, SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { TableHead } from "@/app/_components/table-head";
import { viewer } from "@/lib/auth";
import { getHistory, type HistoryEntryView, type ProblemHistoryView } from "@/lib/services";
import { changesBetween } from "../../_components/draft-fields";
import { MarkedChanges } from "../../_components/marked-changes";
import { RestoreForm } from "../../_components/restore-form";

export const metadata: Metadata = { title: "History of a problem" };

export default async function HistoryPage({ params, searchParams }: IdProps & SearchProps) {
  const { id } = await params;
  const { older, newer } = await searchParams;
  const chosen = { ...(typeof older === "string" && { older }), ...(typeof newer === "string" && { newer }) };
  const history = shown(await getHistory(await viewer(), id, chosen), `/teach/problems/${id}/history`);
  return (
    <>
      <PageTitle
        title={`History of ${history.title || "a draft"}`}
        lead="What was published never changes. Any of it can be taken up again as a draft."
        above={
          <>
            <Link href="/teach/problems" className="hover:text-ink hover:underline">
              Problems
            </Link>{" "}
            /{" "}
            <Link href={`/teach/problems/${id}/edit`} className="hover:text-ink hover:underline">
              Edit
            </Link>
          </>
        }
      />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Entries history={history} />
        <Comparison history={history} />
      </div>
    </>
  );
}

function nameOf({ kind, number }: HistoryEntryView): string {
  if (kind === "version") return `Version ${number}`;
  return kind === "draft" ? "Draft of now" : "Draft put aside";
}

function Entries({ history: { id, entries, compared } }: { history: ProblemHistoryView }) {
  return (
    <div className="min-w-0">
      <form id="compare" />
      <table className="table">
        <TableHead columns={["What", "Before", "After"]} />
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.name}>
              <th scope="row" className="font-normal">
                {nameOf(entry)}
                <span className="hint block">
                  {entry.by && `${entry.by}, `}
                  {entry.at && <Moment date={entry.at} />}
                </span>
                {entry.kind !== "draft" && <RestoreForm problemId={id} entry={entry.name} what={nameOf(entry)} />}
              </th>
              {(["older", "newer"] as const).map((side) => (
                <td key={side}>
                  <input
                    type="radio"
                    form="compare"
                    name={side}
                    value={entry.name}
                    defaultChecked={compared?.[side].name === entry.name}
                    aria-label={`${nameOf(entry)} ${side === "older" ? "before" : "after"}`}
                    className="size-4 accent-accent"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > 1 && (
        <button type="submit" form="compare" className="button mt-3">
          Compare
        </button>
      )}
    </div>
  );
}

function Comparison({ history: { compared } }: { history: ProblemHistoryView }) {
  if (!compared) return <p className="text-soft">There is nothing to compare yet: choose two that differ.</p>;
  const { older, newer, before, after } = compared;
  return (
    <section aria-labelledby="changes" className="min-w-0">
      <h2 id="changes" className="heading mb-3">
        {nameOf(older)} to {nameOf(newer).toLowerCase()}
      </h2>
      <MarkedChanges changes={changesBetween(before, after)} />
    </section>
  );
}
