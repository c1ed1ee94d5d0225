import type { Metadata } from "next";
import Link from "next/link";
import { settleRoster } from "@/app/_actions/roster";
import { ActionForm } from "@/app/_components/action-form";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted } from "@/app/_components/words";
import { viewer } from "@/lib/auth";
import { getRosterPlan, type RosterPlanView, type RosterRowView } from "@/lib/services";
import { outcomeOrder, outcomeWords, RosterGroup, type RosterOutcome } from "../../../../_components/roster-group";

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly rosterId: string }>;
}

export const metadata: Metadata = { title: "What a roster would do" };

export default async function RosterPlanPage({ params }: Props) {
  const { courseId, rosterId } = await params;
  const roster = `/teach/courses/${courseId}/people/roster`;
  const plan = shown(await getRosterPlan(await viewer(), courseId, rosterId), `${roster}/${rosterId}`);
  const groups = outcomeOrder.map((outcome) => ({ outcome, rows: plan.rows.filter((row) => row.outcome === outcome) }));
  const clear = plan.rows.filter(({ outcome, does }) => does && outcome !== "ambiguous").length;
  const doubtful = plan.rows.filter(({ outcome }) => outcome === "ambiguous").length;
  return (
    <>
      <PageTitle
        title="What this roster would do"
        lead={`${counted(plan.rows.length, "row")}: ${countsInWords(groups)}. Nothing has been changed yet.`}
        above={
          <Link href={roster} className="hover:text-ink hover:underline">
            Another roster
          </Link>
        }
      />
      <Reading plan={plan} />
      <ActionForm action={settleRoster} fields={{ courseId, rosterId, mark: plan.mark }} className="mt-8">
        <div className="space-y-10">
          {groups.map(({ outcome, rows }) => (
            <RosterGroup key={outcome} outcome={outcome} rows={rows} />
          ))}
        </div>
        <p className="mt-8 border-t border-line pt-6 text-soft">{summary(clear, doubtful)}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          {clear + doubtful > 0 && (
            <SubmitButton intent="apply" busy="Applying…">
              Apply the roster
            </SubmitButton>
          )}
          <SubmitButton intent="discard" main={false}>
            Throw it away
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

interface Group {
  readonly outcome: RosterOutcome;
  readonly rows: readonly RosterRowView[];
}

/** "3 refused, 1 unclear, 39 new". */
function countsInWords(groups: readonly Group[]): string {
  const counts = groups.filter(({ rows }) => rows.length > 0);
  return counts.map(({ outcome, rows }) => `${rows.length} ${outcomeWords[outcome].title.toLowerCase()}`).join(", ");
}

function summary(clear: number, doubtful: number): string {
  if (clear + doubtful === 0) return "There is nothing to apply.";
  const ticked = doubtful > 0 ? ", and those unclear rows that you tick" : "";
  return `${counted(clear, "row")} will be applied${ticked}: all at once or not at all.`;
}

const fieldWords: Readonly<Record<string, string>> = {
  email: "the address",
  login: "the address",
  name: "the name",
  first: "the first name",
  last: "the last name",
  section: "the section",
  role: "the role",
  id: "the ID",
  "other-id": "the ID",
};

/** How the roster was understood. */
function Reading({ plan: { columns, newSections } }: { plan: RosterPlanView }) {
  return (
    <div className="mt-4 max-w-[68ch] space-y-1 text-[0.9375rem] text-soft">
      {columns ? (
        <p>
          Read: {columns.read.map(({ head, field }) => `“${head}” as ${fieldWords[field] ?? field}`).join(", ")}.
          {columns.ignored.length > 0 && ` Passed over: ${someOf(columns.ignored)}.`}
        </p>
      ) : (
        <p>Read as a plain list, since no row heads the columns.</p>
      )}
      {newSections.length > 0 && <p>Sections that are new: {someOf(newSections)}.</p>}
    </div>
  );
}

const most = 12;

function someOf(names: readonly string[]): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
