"use client";

import { memo, useDeferredValue, useMemo, useState } from "react";
import type { ColumnView, GradebookView, Mark, SheetRow } from "@/lib/services";
import { arrangedRows, meansOf } from "./arranged-sheet";
import styles from "./sheet.module.css";
import { SheetHead } from "./sheet-head";
import { widthsOf } from "./sheet-widths";
import { addressOf, queryOf, type SheetWish } from "./sheet-wish";

interface Props {
  readonly view: GradebookView;
  /** What the address of the page asks for. */
  readonly asked: SheetWish;
}

/** Students and their points. Scripts sort and look through at once what the page otherwise does by its address. */
export function SheetTable({ view, asked }: Props) {
  const [find, setFind] = useState(asked.find);
  const [sorting, setSorting] = useState({ sort: asked.sort, down: asked.down });
  const wanted = useDeferredValue(find);
  const wish = { ...asked, ...sorting, find };
  const { rows, columns } = view;
  const shown = useMemo(
    () => arrangedRows(rows, columns, { ...sorting, find: wanted }),
    [rows, columns, sorting, wanted],
  );
  const means = useMemo(() => meansOf(shown, columns), [shown, columns]);
  const hasSections = view.sections.length > 0;
  const sort = (next: SheetWish) => {
    setSorting({ sort: next.sort, down: next.down });
    window.history.replaceState(null, "", addressOf(next));
  };
  return (
    <>
      <FindForm wish={wish} setFind={setFind} />
      <p role="status" className="hint mt-3">
        {shown.length === rows.length ? `${rows.length} students.` : `${shown.length} of ${rows.length} students.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by keys */}
      <section className={`${styles.frame} mt-2`} aria-label="Grades" tabIndex={0}>
        <table className={styles.sheet} style={widthsOf(columns, view.assignments, hasSections)}>
          <SheetHead view={view} hasSections={hasSections} wish={wish} sort={sort} means={means} />
          <tbody>
            {shown.map((row) => (
              <Row key={row.id} row={row} columns={columns} hasSections={hasSections} />
            ))}
          </tbody>
        </table>
      </section>
      <Legend rows={rows} />
    </>
  );
}

function FindForm({ wish, setFind }: { wish: SheetWish; setFind: (text: string) => void }) {
  return (
    <search>
      <form className="flex max-w-md gap-3" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="find" className="sr-only">
          Find by name
        </label>
        <input
          id="find"
          name="find"
          type="search"
          value={wish.find}
          onChange={(event) => setFind(event.target.value)}
          placeholder="Name"
          autoComplete="off"
          className="field"
        />
        {Object.entries(queryOf({ ...wish, find: "" })).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <noscript>
          <button type="submit" className="button">
            Find
          </button>
        </noscript>
      </form>
    </search>
  );
}

interface RowProps {
  readonly row: SheetRow;
  readonly columns: readonly ColumnView[];
  readonly hasSections: boolean;
}

/** The addresses are short, since there are so many: they begin at the gradebook's own. */
const Row = memo(function Row({ row: { id, name, section, numbers, marks }, columns, hasSections }: RowProps) {
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      {hasSections && (
        <td title={section} data-text>
          {section || "–"}
        </td>
      )}
      {columns.map(({ key, kind, place }, index) =>
        kind === "problem" ? (
          <td key={key}>
            <a href={`grades/${id}/${place}`}>{marked(numbers[index] ?? null, marks[index])}</a>
          </td>
        ) : (
          <td key={key} data-first={kind === "assignment" || undefined} data-sum>
            {numbers[index] ?? "–"}
          </td>
        ),
      )}
    </tr>
  );
});

/** How a number is marked, and what the mark says. */
const markWords: { readonly [M in Mark]: string } = {
  override: "* given by a person",
  full: "† full marks by a regrade",
  dropped: "struck through: out of the total by a regrade",
};

function marked(number: number | null, mark: Mark | undefined) {
  const text = number ?? "–";
  if (mark === undefined) return text;
  return mark === "dropped" ? <s>{text}</s> : `${text}${mark === "override" ? "*" : "†"}`;
}

function Legend({ rows }: { rows: readonly SheetRow[] }) {
  const used = new Set(rows.flatMap(({ marks }) => Object.values(marks)));
  const words = ["– nothing answered: counts as 0 in means", ...[...used].map((mark) => markWords[mark])];
  return <p className="hint mt-2">{words.join("; ")}.</p>;
}
