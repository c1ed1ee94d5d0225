import type { ReactNode } from "react";

/** The head of a page: where it belongs, its name, and a sentence on what it is for. */
export function PageTitle({
  title,
  lead,
  above,
  aside,
}: {
  title: ReactNode;
  lead?: ReactNode;
  above?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        {above && <div className="eyebrow mb-1.5">{above}</div>}
        <h1 className="title">{title}</h1>
        {lead && <p className="mt-2.5 max-w-[62ch] text-soft">{lead}</p>}
      </div>
      {aside}
    </div>
  );
}
