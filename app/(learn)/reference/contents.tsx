import { Link } from "@/app/_components/link";
import type { GroupContents } from "@/lib/services";
import { type SheetLayout, sheetAddress } from "./sheet-query";

/** What the sheet has: its groups, and their formulas by name. */
export function Contents({ groups, layout }: { groups: readonly GroupContents[]; layout: SheetLayout }) {
  return (
    <div className="mt-8 gap-x-12 sm:columns-2 lg:columns-3">
      {groups.map(({ id, title, rows }) => {
        const address = sheetAddress({ query: "", layout, group: id });
        return (
          <section key={id} aria-labelledby={id} className="mb-8 break-inside-avoid">
            <h2 id={id} className="heading text-[1.125rem]">
              <Link href={address} className="link">
                {title}
              </Link>
            </h2>
            <ul className="mt-1.5 text-[0.9375rem] text-soft">
              {rows.map((row) => (
                <li key={row.id}>
                  <a href={`${address}#${row.id}`} className="inline-block py-0.5 hover:text-accent hover:underline">
                    {row.name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
