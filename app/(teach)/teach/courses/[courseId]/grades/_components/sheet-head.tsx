"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import type { ColumnView, GradebookView, GradedAssignmentView } from "@/lib/services";
import styles from "./sheet.module.css";
import { addressOf, type SheetWish, sortedBy, toggled } from "./sheet-wish";

interface Props {
  readonly view: GradebookView;
  readonly hasSections: boolean;
  readonly wish: SheetWish;
  readonly sort: (wish: SheetWish) => void;
  readonly means: readonly (number | null)[];
}

/** The head of the gradebook: assignments, their problems, and the means. */
export function SheetHead({ view: { assignments, columns }, hasSections, wish, sort, means }: Props) {
  const heading = { wish, sort };
  return (
    <thead>
      <tr>
        <Heading {...heading} sortKey="name" name="Student" rows={2} />
        {hasSections && <Heading {...heading} sortKey="section" name="Section" rows={2} />}
        {columns
          .filter(({ group }) => group === 0)
          .map((column) => (
            <Heading {...heading} key={column.key} sortKey={column.key} name={column.title} of={column} rows={2} />
          ))}
        {assignments.map((assignment) => (
          <Part key={assignment.id} assignment={assignment} count={assignments.length} wish={wish} />
        ))}
      </tr>
      <tr>
        {columns
          .filter(({ group }) => group > 0)
          .map((column) => (
            <Heading {...heading} key={column.key} sortKey={column.key} name={shortName(column)} of={column} />
          ))}
      </tr>
      <tr>
        <th scope="row" className={styles.name}>
          Mean
        </th>
        {hasSections && <td />}
        {columns.map(({ key, kind }, index) => (
          <td key={key} data-first={kind === "assignment" || undefined} data-sum={kind !== "problem" || undefined}>
            {means[index] ?? "–"}
          </td>
        ))}
      </tr>
    </thead>
  );
}

/** A problem goes by its number; its title is said beside. */
function shortName({ kind, key }: ColumnView): string {
  return kind === "problem" ? (key.split(".")[1] ?? key) : "All";
}

interface HeadingProps {
  readonly sortKey: string;
  readonly name: string;
  readonly of?: ColumnView;
  readonly rows?: number;
  readonly wish: SheetWish;
  readonly sort: (wish: SheetWish) => void;
}

function Heading({ sortKey, name, of, rows, wish, sort }: HeadingProps) {
  const next = sortedBy(wish, sortKey);
  const isChosen = wish.sort === sortKey;
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    sort(next);
  };
  const said = of?.kind === "problem" ? of.title : undefined;
  return (
    <th
      scope="col"
      rowSpan={rows}
      aria-sort={isChosen ? (wish.down ? "descending" : "ascending") : undefined}
      data-first={of?.kind === "assignment" || undefined}
      className={sortKey === "name" ? styles.name : undefined}
    >
      <a href={addressOf(next)} onClick={onClick} title={said}>
        {name}
        {said && <span className="sr-only">: {said}</span>}
        {of && of.kind !== "percent" && <span className="font-normal text-faint"> /{of.of}</span>}
        {isChosen && <span aria-hidden="true"> {wish.down ? "↓" : "↑"}</span>}
      </a>
    </th>
  );
}

interface PartProps {
  readonly assignment: GradedAssignmentView;
  readonly count: number;
  readonly wish: SheetWish;
}

/** The name of an assignment over its columns, and the way to fold them. */
function Part({ assignment: { number, title, problems, folded }, count, wish }: PartProps) {
  const columns = folded ? 1 : problems + 1;
  return (
    <th scope="colgroup" colSpan={columns} style={{ gridColumn: `span ${columns}` }} title={title} data-part data-first>
      <Link href={addressOf({ ...wish, folded: toggled(wish, number, count) })} scroll={false} prefetch={false}>
        <span>{title}</span>
        <span className="font-normal text-faint">{folded ? "unfold" : "fold"}</span>
      </Link>
    </th>
  );
}
