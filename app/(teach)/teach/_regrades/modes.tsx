import { chooseRegrade } from "@/app/_actions/regrades";
import { ActionForm } from "@/app/_components/action-form";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted } from "@/app/_components/words";
import type { RegradeMode, RegradeOutcomeView } from "@/lib/services";
import { regradeModes } from "./words";

const modes: readonly RegradeMode[] = ["raise", "replace", "full", "drop"];

/** What was found, in a sentence. */
function summaryOf({ answers, better, worse, notComparable, undecided }: RegradeOutcomeView): string {
  const parts = [
    better + worse === 0 && "none would be right that was not, or the other way round",
    better > 0 && `${better} would turn out right`,
    worse > 0 && `${worse} would not be right any more`,
    notComparable > 0 &&
      `${notComparable} cannot be compared, since the version has other parameters, and stay as they are`,
    undecided > 0 && `${undecided} cannot be decided under this version, and stay as they are`,
  ];
  return `${counted(answers, "answer")} compared: ${parts.filter(Boolean).join("; ")}.`;
}

const percent = (mean: number | null): string => (mean === null ? "–" : `${mean.toFixed(1)} %`);

interface Props {
  readonly outcome: RegradeOutcomeView;
  /** In front of the name of each mode. */
  readonly choice?: (mode: RegradeMode) => React.ReactNode;
}

/** What each mode comes to. */
export function ModeTable({ outcome, choice }: Props) {
  const { meanBefore, totals } = outcome;
  return (
    <section className="scroll-x mt-4" aria-label="What each choice comes to">
      <table className="table min-w-2xl">
        <thead>
          <tr>
            <th scope="col">What is done</th>
            <th scope="col" className="text-end">
              Gain
            </th>
            <th scope="col" className="text-end">
              Lose
            </th>
            <th scope="col" className="text-end whitespace-nowrap">
              Mean total
            </th>
          </tr>
        </thead>
        <tbody>
          {modes.map((mode) => (
            <tr key={mode}>
              <th scope="row" className="max-w-[44ch] font-normal">
                <label htmlFor={`mode-${mode}`} className="flex items-start gap-3">
                  {choice?.(mode)}
                  <span>
                    <span className="font-medium">{regradeModes[mode].name}</span>
                    <span className="block text-[0.9375rem] text-soft">{regradeModes[mode].what}</span>
                  </span>
                </label>
              </th>
              <td className="text-end tabular-nums">{totals[mode].up}</td>
              <td className="text-end tabular-nums">{totals[mode].down}</td>
              <td className="text-end whitespace-nowrap tabular-nums">
                {percent(meanBefore)} → {percent(totals[mode].mean)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Chooses what is done about the answers that differ. */
export function ModeForm({ regradeId, outcome }: { regradeId: string; outcome: RegradeOutcomeView }) {
  return (
    <section aria-labelledby="modes">
      <h2 id="modes" className="heading">
        What came out
      </h2>
      <p className="mt-1 max-w-[65ch] text-soft">{summaryOf(outcome)}</p>
      <ActionForm action={chooseRegrade} fields={{ regradeId }}>
        <ModeTable
          outcome={outcome}
          choice={(mode) => (
            <input
              type="radio"
              name="mode"
              id={`mode-${mode}`}
              value={mode}
              defaultChecked={mode === "raise"}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
          )}
        />
        <p className="hint mt-4 mb-3 max-w-[65ch]">
          No grade is overwritten: what is new stands behind what was. Those whose points change get a message, and for
          30 days all of it can be undone.
        </p>
        <SubmitButton busy="Starting…">Apply</SubmitButton>
      </ActionForm>
    </section>
  );
}
