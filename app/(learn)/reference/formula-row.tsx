import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { FormulaView } from "@/lib/services";
import { Erratum } from "./erratum";
import { KeptFormula as Formula } from "./kept-formula";
import styles from "./reference.module.css";
import type { SheetLayout } from "./sheet-query";

/** One formula: the function and what it is differentiated by, its derivative in each layout, and its differential. */
export function FormulaRow({ row, layout }: { row: FormulaView; layout: SheetLayout }) {
  return (
    <li id={row.id} className={`${styles.row} ${isLong(row) ? styles.long : ""}`}>
      <div className={styles.head}>
        <h3 className={styles.name}>{row.verified ? <VerifiedName name={row.name} /> : row.name}</h3>
        <div className={styles.function}>
          <div className="scroll-x">
            <Formula tex={functionOf(row)} />
          </div>
          <span className={styles.by}>
            by <Formula tex={row.form === "vec" ? `\\operatorname{vec}(${row.wrt})` : row.wrt} />
          </span>
        </div>
        {row.sources.length > 0 && <p className={styles.sources}>{row.sources.join(" · ")}</p>}
      </div>
      <Derivatives row={row} layout={layout} />
      {row.note && <p className={styles.note}>{row.note}</p>}
      {row.errata.map((erratum) => (
        <Erratum key={erratum.source + erratum.typed} erratum={erratum} />
      ))}
    </li>
  );
}

/** A name with the mark of the grader, which stays beside its last word. */
function VerifiedName({ name }: { name: string }) {
  const last = name.lastIndexOf(" ") + 1;
  return (
    <>
      {name.slice(0, last)}
      <span className="unbroken">
        {name.slice(last)}
        <span className={styles.verified} title="Verified by the grader">
          <Check aria-hidden="true" className="inline size-4" />
          <span className="sr-only">, verified by the grader</span>
        </span>
      </span>
    </>
  );
}

/** About how many signs wide a formula is. */
const signsOf = (tex: string): number =>
  tex
    .replaceAll(/\\(left|right|operatorname|mathrm|mathbf|frac|,)/g, "")
    .replaceAll(/\\[a-zA-Z]+/g, "x")
    .replaceAll(/[{}^_\s]/g, "").length;

/** Formulas that do not fit side by side stand below each other. */
function isLong({ numerator, denominator, differential }: FormulaView): boolean {
  return [numerator, denominator, differential].some((tex) => signsOf(tex ?? "") > mostSigns);
}

/** The signs that fit into a column. */
const mostSigns = 21;

const functionOf = ({ form, function: f }: FormulaView): string => (form === "vec" ? `\\operatorname{vec}(${f})` : f);

/** What a formula without layouts is called. */
const answers = { hessian: "Hessian", stationary: "Stationary at", differential: "Differential" } as const;

function Derivatives({ row, layout }: { row: FormulaView; layout: SheetLayout }) {
  const { form, numerator, denominator, answer, differential } = row;
  if (form === "differential") {
    return (
      <>
        <p className={`${styles.none} ${layout === "both" ? styles.both : ""}`}>a matrix by a matrix: no layout</p>
        <Cell name="Differential" tex={answer} className={styles.only} />
      </>
    );
  }
  if (form === "hessian" || form === "stationary") {
    return (
      <Cell name={answers[form]} tex={answer} shown className={layout === "both" ? styles.both : undefined}>
        {form === "stationary" && <Formula tex={`${row.wrt} = {}`} />}
      </Cell>
    );
  }
  return (
    <>
      {layout !== "denominator" && <Cell name="Numerator layout" tex={numerator} />}
      {layout !== "numerator" && <Cell name="Denominator layout" tex={denominator} />}
      {differential !== undefined && <Cell name="Differential" tex={differential} className={styles.differential} />}
    </>
  );
}

/** A formula under its name; the name is seen where there are no columns, or where it is not the column's. */
function Cell({
  name,
  tex,
  shown,
  className,
  children,
}: {
  name: string;
  tex: string | undefined;
  shown?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`${styles.cell} ${className ?? ""}`}>
      <span className={`${styles.label} ${shown ? styles.always : ""}`}>{name}</span>
      <div className="scroll-x">
        {children}
        <Formula tex={tex ?? ""} />
      </div>
    </div>
  );
}
