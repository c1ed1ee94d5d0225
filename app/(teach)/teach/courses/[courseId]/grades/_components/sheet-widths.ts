import type { ColumnView, GradedAssignmentView } from "@/lib/services";

/** How wide a column is, in rem. */
const widths: { readonly [K in ColumnView["kind"]]: number } = {
  total: 6.5,
  percent: 4.25,
  assignment: 5.5,
  problem: 4,
};

const section = 6;

/** An assignment of which nothing but the total is shown still has its title over it. */
const folded = 9;

/** The widths of the columns behind the first, and all of them together, as the table's style takes them. */
export function widthsOf(
  columns: readonly ColumnView[],
  assignments: readonly GradedAssignmentView[],
  hasSections: boolean,
): { readonly [name: `--${string}`]: string } {
  const alone = new Set(assignments.filter((each) => each.folded || each.problems === 0).map(({ number }) => number));
  const all = [
    ...(hasSections ? [section] : []),
    ...columns.map(({ kind, group }) => (alone.has(group) ? folded : widths[kind])),
  ];
  const sum = all.reduce((before, width) => before + width, 0);
  return { "--columns": all.map((width) => `${width}rem`).join(" "), "--rest": `${sum}rem` };
}
