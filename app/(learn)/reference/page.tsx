import type { Metadata } from "next";
import Link from "next/link";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { getReference } from "@/lib/services";
import { FormulaRow } from "./formula-row";
import { FormulaSheet } from "./formula-sheet";
import { LayoutLinks } from "./layout-links";
import { readSheetQuery } from "./sheet-query";

export const metadata: Metadata = { title: "Reference" };

export default async function ReferencePage({ searchParams }: SearchProps) {
  const { query, layout } = readSheetQuery(await searchParams);
  const groups = await getReference();
  const sheet = groups.map(({ id, title, rows }) => ({
    id,
    title,
    rows: rows.map((row) => ({
      id: row.id,
      words: [row.name, title, ...row.sources].join(" "),
      typed: row.typed,
      row: <FormulaRow row={row} layout={layout} />,
    })),
  }));
  return (
    <>
      <div className="no-print">
        <PageTitle
          title="Reference"
          lead="Derivatives of the whole field. The grader has checked every formula, in both layouts and as a differential."
          aside={
            <Link href="/reference/typing" className="link">
              How to type an answer
            </Link>
          }
        />
      </div>
      <LayoutLinks layout={layout} query={query} />
      <FormulaSheet groups={sheet} initialQuery={query} layout={layout} />
    </>
  );
}
