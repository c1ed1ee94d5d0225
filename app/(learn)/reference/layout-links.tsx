import Link from "next/link";
import { PrintButton } from "./print-button";
import { type SheetLayout, sheetAddress } from "./sheet-query";

const layouts: readonly { layout: SheetLayout; words: string }[] = [
  { layout: "both", words: "Both layouts" },
  { layout: "numerator", words: "Numerator layout" },
  { layout: "denominator", words: "Denominator layout" },
];

/** Which layout is shown, and the way to the others; a sheet in one layout fits two printed pages. */
export function LayoutLinks({ layout: shown, query }: { layout: SheetLayout; query: string }) {
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-x-1 gap-y-2 text-[0.9375rem]">
      <nav aria-label="Layout" className="-ml-3 flex flex-wrap gap-x-1">
        {layouts.map(({ layout, words }) => (
          <Link
            key={layout}
            href={sheetAddress({ query, layout })}
            aria-current={layout === shown ? "page" : undefined}
            className="flex min-h-10 items-center rounded-md px-3 text-soft hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-[0.45em]"
          >
            {words}
          </Link>
        ))}
      </nav>
      {shown !== "both" && <PrintButton />}
    </div>
  );
}
