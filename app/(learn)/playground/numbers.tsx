import { Formula } from "@/app/_components/formula";
import type { GridView } from "@/lib/services";
import { matrixToTex } from "@/lib/tex";

/** More numbers, or a taller column of them, than anybody compares by eye. */
const mostEntries = 120;
const mostRows = 16;

/** A matrix of numbers; how many there are, where they are too many to be read. */
export function Numbers({ rows }: { rows: GridView }) {
  const columns = rows[0]?.length ?? 0;
  if (rows.length > mostRows || rows.length * columns > mostEntries) return `${rows.length} × ${columns} numbers`;
  return (
    <span className="text-[0.875rem]">
      <Formula tex={matrixToTex(rows)} />
    </span>
  );
}
