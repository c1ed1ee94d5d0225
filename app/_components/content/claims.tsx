import { Formula } from "@/app/_components/formula";
import { Sentence } from "@/app/_components/sentence";
import type { ClaimsView, ClaimView } from "@/lib/services";
import { Checked } from "./checked";

/** Formulas that the grader has checked: both layouts side by side where they differ, and what is often written instead. */
export function Claims({ rows }: ClaimsView) {
  const hasLayouts = rows.some(({ kind }) => kind === "layouts");
  return (
    <div className="block">
      <div className="scroll-x">
        <table className="claims">
          <caption className="sr-only">Formulas</caption>
          {hasLayouts && (
            <thead>
              <tr>
                <td />
                <th scope="col">Numerator layout</th>
                <th scope="col">Denominator layout</th>
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a text never change places
              <ClaimRow key={index} row={row} span={hasLayouts ? 2 : 1} />
            ))}
          </tbody>
        </table>
      </div>
      <Checked />
    </div>
  );
}

function ClaimRow({ row, span }: { row: ClaimView; span: number }) {
  return (
    <tr>
      <th scope="row">
        <Formula tex={`\\displaystyle ${row.claim}`} />
        {row.at && (
          <span className="claims-note">
            at <Formula tex={row.at} />
          </span>
        )}
        {row.why && row.kind !== "slip" && (
          <span className="claims-note">
            <Sentence text={row.why} />
          </span>
        )}
      </th>
      {row.kind === "layouts" ? (
        <>
          <td>
            <Formula tex={`\\displaystyle ${row.numerator}`} />
          </td>
          <td>
            <Formula tex={`\\displaystyle ${row.denominator}`} />
          </td>
        </>
      ) : (
        <td colSpan={span}>{row.kind === "slip" ? <Slip {...row} /> : <Formula tex={`= ${row.answer}`} />}</td>
      )}
    </tr>
  );
}

function Slip({ answer, why }: { answer: string; why: string | null }) {
  return (
    <>
      <span className="text-bad">
        not{" "}
        <s className="claims-slip">
          <Formula tex={answer} />
        </s>
      </span>
      {why && (
        <span className="claims-note">
          <Sentence text={why} />
        </span>
      )}
    </>
  );
}
