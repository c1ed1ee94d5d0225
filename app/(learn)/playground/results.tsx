import Link from "next/link";
import { TableTwin } from "@/app/_components/charts/table-twin";
import { FigureView } from "@/app/_components/figures/figure-view";
import { Formula } from "@/app/_components/formula";
import { nameToTex } from "@/app/_components/name-to-tex";
import { Notice } from "@/app/_components/notice";
import { Sentence } from "@/app/_components/sentence";
import { type ShownVerdict, showVerdict } from "@/app/_components/shown-verdict";
import { VerdictPanel } from "@/app/_components/verdict-panel";
import { inWords } from "@/lib/feedback";
import type { Figure } from "@/lib/figures";
import {
  type GridView,
  longestFields,
  type PlaygroundInput,
  type PlaygroundResult,
  type PlaygroundView,
} from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { matrixToTex } from "@/lib/tex";
import { LayoutTable } from "./layout-table";
import { Numbers } from "./numbers";
import { playgroundAddress } from "./query";

interface Props {
  input: PlaygroundInput;
  view: PlaygroundView;
}

/** What came of a function: the verdict on a derivative of one's own, the derivative's shape and numbers, and a plot. */
export function Results({ input, view: { complaints, declarations, result } }: Props) {
  return (
    <div className="space-y-8">
      <Complaints complaints={complaints} />
      {result && (
        <>
          {result.verdict && (
            <VerdictPanel verdict={shownVerdict(result.verdict, declarations, input)} answer={result.verdict.text} />
          )}
          <Derivative result={result} declarations={declarations} />
          <Point input={input} result={result} declarations={declarations} />
          {result.figure && <Plot figure={result.figure} table={result.table} />}
          {result.undrawn && <p className="hint">There is no plot: {result.undrawn}</p>}
        </>
      )}
    </div>
  );
}

function shownVerdict(verdict: Verdict, declarations: Declarations, { syntax }: PlaygroundInput): ShownVerdict {
  const field = { kind: "expression", names: declarations, start: "text" } as const;
  return showVerdict(verdict, declarations, { field, indices: [], syntax });
}

type Verdict = NonNullable<PlaygroundResult["verdict"]>;

/** The results for listening: the verdict if there is one, otherwise the shapes. */
export function saidOf(input: PlaygroundInput, { complaints, declarations, result }: PlaygroundView): string {
  if (result?.verdict) return shownVerdict(result.verdict, declarations, input).spoken;
  const [complaint] = Object.values(complaints);
  const sentence = result
    ? `The derivative is ${result.numerator.shape} in numerator layout and ${result.denominator.shape} in denominator layout.`
    : (complaint?.message ?? "");
  return inWords(sentence, { declarations });
}

/** Before anything was asked. */
export function Nothing() {
  return (
    <div className="rounded-lg border border-dashed border-edge px-6 py-8 text-[0.9375rem] text-soft">
      <p className="font-medium text-ink">Nothing to show yet.</p>
      <p className="mt-1.5">Choose an example, or type a function and press Differentiate. Here you will see</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>the shape of its derivative in both layouts,</li>
        <li>its value at a point, beside central differences that know nothing of our rules,</li>
        <li>a plot, for a function of one or two numbers,</li>
        <li>and whether a derivative of your own is right, and if not, why.</li>
      </ul>
    </div>
  );
}

/** Why nothing could be said at all. */
export function Refused({ message }: { message: string }) {
  return (
    <Notice tone="warn" alert>
      {message}
    </Notice>
  );
}

const fieldNames = {
  function: "Function",
  variables: "Variables",
  wrt: "Differentiate by",
  at: "At the point",
  answer: "A derivative of your own",
} as const;

/** What keeps us from an answer; the fields themselves show the place. */
function Complaints({ complaints }: Pick<PlaygroundView, "complaints">) {
  return Object.entries(complaints).map(([field, complaint]) => {
    return (
      <Notice key={field} tone="warn">
        <span className="font-medium">{fieldNames[field as keyof typeof fieldNames]}:</span>{" "}
        <Sentence text={complaint.message} />
      </Notice>
    );
  });
}

function Plot({ figure, table }: { figure: Figure; table: PlaygroundResult["table"] }) {
  return (
    <section aria-label="Plot" className="max-w-lg">
      <FigureView figure={figure} />
      {table && (
        <TableTwin
          caption="The function and its derivatives around the point"
          heads={table.heads}
          rows={table.rows.map((row) => (
            <tr key={row.join()}>
              {row.map((value, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
                <td key={k}>{value}</td>
              ))}
            </tr>
          ))}
        />
      )}
    </section>
  );
}

interface ResultProps {
  result: PlaygroundResult;
  declarations: Declarations;
}

function Derivative({ result, declarations }: ResultProps) {
  const wrt = nameToTex(result.wrt, declarations);
  return (
    <section aria-labelledby="derivative" className="space-y-3">
      <h2 id="derivative" className="heading">
        The derivative
      </h2>
      <div className="scroll-x flex flex-wrap items-baseline gap-x-6 gap-y-1 py-1">
        <Formula tex={`f = ${result.tex}`} />
        <span className="hint">{result.shape}</span>
      </div>
      {result.form === "vec" && (
        <p className="max-w-[60ch] text-[0.9375rem] text-soft">
          The derivative has too many sides for a matrix, so both are stacked by columns: this is{" "}
          <Formula tex={`\\partial\\,\\mathrm{vec}(f)/\\partial\\,\\mathrm{vec}(${wrt})^\\top`} />.
        </p>
      )}
      <LayoutTable result={result} name={result.form === "vec" ? undefined : `\\partial f/\\partial ${wrt}`} />
      {result.numbers && <Gap gap={result.numbers.gap} />}
    </section>
  );
}

/** Differences that small come from rounding alone. */
const rounding = 1e-5;

function Gap({ gap }: { gap: number | null }) {
  if (gap === null) {
    return (
      <p className="hint">Central differences cannot be taken here: the function has no value beside the point.</p>
    );
  }
  if (gap <= rounding) {
    return (
      <p className="text-[0.9375rem] text-soft">
        Central differences agree
        {gap > 0 && (
          <>
            {" "}
            to <Formula tex={matrixToTex([[Number(gap.toPrecision(1))]])} /> of the largest entry
          </>
        )}
        .
      </p>
    );
  }
  return (
    <Notice tone="warn">
      Central differences say something else here, by <Formula tex={matrixToTex([[Number(gap.toPrecision(2))]])} /> of
      the largest entry. The function bends sharply at this point, or it has a corner there.
    </Notice>
  );
}

function Point({ input, result: { numbers }, declarations }: ResultProps & { input: PlaygroundInput }) {
  if (!numbers) return null;
  const canBeTyped = input.at.trim() === "" && numbers.typed.length <= longestFields.at;
  return (
    <section aria-labelledby="point" className="space-y-2">
      <h2 id="point" className="heading">
        The point
      </h2>
      <ul className="flex flex-wrap items-center gap-x-8 gap-y-2 text-[0.9375rem]">
        {Object.entries(numbers.at).map(([name, rows]) => (
          <Value key={name} tex={nameToTex(name, declarations)} rows={rows} />
        ))}
        <Value tex="f" rows={numbers.value} />
      </ul>
      {canBeTyped && (
        <p className="text-[0.9375rem] text-soft">
          We have drawn it.{" "}
          <Link
            href={playgroundAddress({ ...input, at: numbers.typed })}
            scroll={false}
            prefetch={false}
            className="link"
          >
            Take it into the form to change it
          </Link>
        </p>
      )}
    </section>
  );
}

function Value({ tex, rows }: { tex: string; rows: GridView }) {
  return (
    <li className="scroll-x flex items-center gap-1.5 py-1 whitespace-nowrap">
      <Formula tex={`${tex} =`} /> <Numbers rows={rows} />
    </li>
  );
}
