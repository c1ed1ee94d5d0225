/** A page of this site to go back to, or nothing: never an address elsewhere. */
export function safeReturn(value: unknown): string | undefined {
  return typeof value === "string" && /^\/(?![/\\])[\w\-./]*$/.test(value) ? value : undefined;
}
