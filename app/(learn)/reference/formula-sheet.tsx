import type { ReactNode } from "react";
import type { FormulaView, SheetView } from "@/lib/services";
import { FormulaRow } from "./formula-row";
import styles from "./reference.module.css";
import type { SheetLayout } from "./sheet-query";

type Shown = Exclude<SheetView, { readonly shows: "contents" }>;

/** The formulas in their groups; where something was looked for, those that answer, the best first. */
export function FormulaSheet({ sheet, layout }: { sheet: Shown; layout: SheetLayout }) {
  const rows = (formulas: readonly FormulaView[]) =>
    formulas.map((row) => <FormulaRow key={row.id} row={row} layout={layout} />);
  return (
    <div className={styles.sheet} data-layout={layout}>
      <p className={styles.printTitle}>Nabla: derivatives{layout === "both" ? "" : ` in ${layout} layout`}</p>
      <ColumnNames layout={layout} />
      {sheet.shows === "found" ? (
        <Group id="found" title="Formulas found" hidden>
          {rows(sheet.rows)}
        </Group>
      ) : (
        sheet.groups.map((group) => (
          <Group key={group.id} id={group.id} title={group.title}>
            {rows(group.rows)}
          </Group>
        ))
      )}
    </div>
  );
}

function Group({ id, title, hidden, children }: { id: string; title: string; hidden?: boolean; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={hidden ? "sr-only" : styles.group}>
        {title}
      </h2>
      <ul className={styles.rows}>{children}</ul>
    </section>
  );
}

/** The names of the columns, where the page is wide enough to have columns. Each cell has its own name for who hears it. */
function ColumnNames({ layout }: { layout: SheetLayout }) {
  return (
    <div aria-hidden="true" className={styles.columns}>
      <span>Function</span>
      {layout !== "denominator" && <span>Numerator layout</span>}
      {layout !== "numerator" && <span>Denominator layout</span>}
      <span>Differential</span>
    </div>
  );
}
