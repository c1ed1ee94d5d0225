/** The head of a column: its name, or its name at the end of the line, above numbers. */
type Column = string | { readonly end: string };

/** The heads of a table whose columns are named by plain words. */
export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) =>
          typeof column === "string" ? (
            <th key={column} scope="col">
              {column}
            </th>
          ) : (
            <th key={column.end} scope="col" className="text-end">
              {column.end}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
