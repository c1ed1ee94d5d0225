import type { ReactNode } from "react";
import { Formula } from "@/app/_components/formula";
import { Sentence } from "@/app/_components/sentence";
import type { ClaimsView, ClaimView } from "@/lib/services";
import { Checked } from "./checked";

/** Formulas that the grader has checked: both layouts side by side where they differ, and what is often written instead. */
export function Claims({ rows }: ClaimsView) {
  const hasLayouts = rows.some(({ kind }) => kind === "layouts");
  return (
    <div className="block-frame">
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
      <Checked />
    </div>
  );
}

function ClaimRow({ row, span }: { row: ClaimView; span: number }) {
  return (
    <tr>
      <th scope="row">
        <span className="sr-only">{row.said}</span>
        <Wide tex={row.claim} silent />
        {row.at && (
          <Note>
            at <Formula tex={row.at} />
          </Note>
        )}
        {row.why && row.kind !== "slip" && (
          <Note>
            <Sentence text={row.why} />
          </Note>
        )}
      </th>
      {row.kind === "layouts" ? (
        <>
          <td data-layout="Numerator">
            <Wide tex={row.numerator} />
          </td>
          <td data-layout="Denominator">
            <Wide tex={row.denominator} />
          </td>
        </>
      ) : (
        <td colSpan={span}>{row.kind === "slip" ? <Slip {...row} /> : <Wide tex={`= ${row.answer}`} />}</td>
      )}
    </tr>
  );
}

/** A formula that scrolls where it is wider than its place; silent where words stand for it. */
function Wide({ tex, silent }: { tex: string; silent?: boolean }) {
  return (
    <div className="scroll-x">
      <span aria-hidden={silent}>
        <Formula tex={`\\displaystyle ${tex}`} />
      </span>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className="claims-note">{children}</span>;
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
        <Note>
          <Sentence text={why} />
        </Note>
      )}
    </>
  );
}
