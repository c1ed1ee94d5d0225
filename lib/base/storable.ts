/** PostgreSQL keeps neither NUL nor halves of characters: both become the sign for an unreadable one, so places stay. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, "\uFFFD");
}

/** True for what can be an id of ours; what comes in an address may be anything. */
export function isId(text: string): boolean {
  return /^[a-z0-9-]{1,100}$/.test(text);
}
