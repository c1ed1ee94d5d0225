import type { Metadata } from "next";
import { Link } from "@/app/_components/link";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { getReference } from "@/lib/services";
import { Contents } from "./contents";
import { FormulaSheet } from "./formula-sheet";
import { LayoutLinks } from "./layout-links";
import { SearchField } from "./search-field";
import { readSheetQuery } from "./sheet-query";

export const metadata: Metadata = { title: "Reference" };

export default async function ReferencePage({ searchParams }: SearchProps) {
  const asked = readSheetQuery(await searchParams);
  const sheet = await getReference(asked);
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
      <LayoutLinks asked={asked} />
      <SearchField asked={asked} count={sheet.shows === "found" ? sheet.rows.length : sheet.count} />
      {sheet.shows === "contents" ? (
        <Contents groups={sheet.groups} layout={asked.layout} />
      ) : (
        <FormulaSheet sheet={sheet} layout={asked.layout} />
      )}
    </>
  );
}
