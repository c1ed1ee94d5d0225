/** The text of a field; empty where the form has none. Line ends are those that were typed, not those that forms send. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}
