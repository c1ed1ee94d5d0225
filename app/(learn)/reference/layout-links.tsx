import { Link } from "@/app/_components/link";
import { PrintButton } from "./print-button";
import { type SheetLayout, type SheetQuery, sheetAddress } from "./sheet-query";

const layouts: readonly { layout: SheetLayout; words: string }[] = [
  { layout: "both", words: "Both" },
  { layout: "numerator", words: "Numerator" },
  { layout: "denominator", words: "Denominator" },
];

/** Which layout is shown, and the way to the others; the whole sheet in one layout fits two printed pages. */
export function LayoutLinks({ asked }: { asked: SheetQuery }) {
  const isWhole = asked.group === "all" && asked.query === "";
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-x-1 gap-y-2 text-[0.9375rem]">
      <nav aria-label="Layout" className="-ml-3 flex flex-wrap gap-x-1">
        {layouts.map(({ layout, words }) => (
          <Link
            key={layout}
            href={sheetAddress({ ...asked, layout })}
            aria-current={layout === asked.layout ? "page" : undefined}
            className="flex min-h-10 items-center rounded-md px-3 text-soft hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-[0.45em]"
          >
            {words}
            <span className="max-sm:sr-only">&nbsp;{layout === "both" ? "layouts" : "layout"}</span>
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap items-center gap-x-3 sm:ml-auto">
        {asked.group !== "" && (
          <Link href={sheetAddress({ ...asked, query: "", group: "" })} className="link">
            Contents
          </Link>
        )}
        {isWhole ? (
          asked.layout !== "both" && <PrintButton />
        ) : (
          <Link href={sheetAddress({ ...asked, query: "", group: "all" })} className="link">
            The whole sheet, to print
          </Link>
        )}
      </div>
    </div>
  );
}
