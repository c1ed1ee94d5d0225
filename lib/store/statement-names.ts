/**
 * Names for statements: PostgreSQL reads and plans a statement with a name once a connection, and not at each use. Statements that are
 * put together, with lists of any length, come in ever new forms: beyond so many of them no more are named, and an empty name is none.
 */
export function statementNames(most: number): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return "";
    const name = `nabla_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
