"use client";

import { Fragment, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import { type Findable, indexRows, search } from "@/lib/reference";
import styles from "./reference.module.css";
import { SearchField } from "./search-field";
import { type SheetLayout, sheetAddress } from "./sheet-query";

/** A formula with what it is found by. */
interface Entry extends Findable {
  readonly row: ReactNode;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Entry[];
}

/** The formulas in their groups; where something is looked for, those that answer, the best first. */
export function FormulaSheet({
  groups,
  initialQuery,
  layout,
}: {
  groups: readonly Group[];
  initialQuery: string;
  layout: SheetLayout;
}) {
  const [query, setQuery] = useState(initialQuery);
  const asked = useDeferredValue(query.trim());
  const entries = useMemo(() => new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.id, row]))), [groups]);
  const index = useMemo(() => indexRows([...entries.values()]), [entries]);
  const found = useMemo(() => (asked ? search(index, asked) : undefined), [index, asked]);

  useEffect(() => setQuery(initialQuery), [initialQuery]);
  useEffect(() => {
    if (asked !== initialQuery.trim()) window.history.replaceState(null, "", sheetAddress({ query: asked, layout }));
  }, [asked, initialQuery, layout]);

  return (
    <>
      <SearchField query={query} layout={layout} onChange={setQuery} count={found?.length ?? entries.size} />
      <div className={styles.sheet} data-layout={layout}>
        <p className={styles.printTitle}>Nabla: derivatives{layout === "both" ? "" : ` in ${layout} layout`}</p>
        <ColumnNames layout={layout} />
        {found ? (
          <section aria-labelledby="found">
            <h2 id="found" className="sr-only">
              Formulas found
            </h2>
            <Rows rows={found.flatMap((id) => entries.get(id) ?? [])} />
          </section>
        ) : (
          groups.map((group) => (
            <section key={group.id} aria-labelledby={group.id}>
              <h2 id={group.id} className={styles.group}>
                {group.title}
              </h2>
              <Rows rows={group.rows} />
            </section>
          ))
        )}
      </div>
    </>
  );
}

function Rows({ rows }: { rows: readonly Entry[] }) {
  return (
    <ul className={styles.rows}>
      {rows.map(({ id, row }) => (
        <Fragment key={id}>{row}</Fragment>
      ))}
    </ul>
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
