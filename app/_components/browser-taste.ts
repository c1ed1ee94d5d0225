/**
 * Has this browser remember something, as the server names and flags it: behind TLS the name has a prefix that browsers hold to its
 * promise.
 *
 * @param seconds for how long
 */
export function rememberTaste(name: string, value: string, seconds: number): void {
  const [prefix, flag] = window.location.protocol === "https:" ? ["__Host-", "; secure"] : ["", ""];
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that we serve
  document.cookie = `${prefix}${name}=${value}; path=/; max-age=${seconds}; samesite=lax${flag}`;
}
