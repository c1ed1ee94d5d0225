import type { CoursePersonView } from "@/lib/services";

/** What a table of people can be sorted by. */
export const orders = ["name", "email", "section", "role", "id"] as const;

export type Order = (typeof orders)[number];

export function isOrder(text: unknown): text is Order {
  return orders.some((order) => order === text);
}

const rank = { instructor: 0, assistant: 1, student: 2 } as const;

/** What each order looks at; who has nothing there comes last. */
const keys: { readonly [O in Order]: (person: CoursePersonView) => string } = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  section: ({ section }) => section?.name ?? "\uFFFF",
  role: ({ role }) => String(rank[role]),
  id: ({ externalId }) => externalId ?? "\uFFFF",
};

const { compare } = new Intl.Collator("en", { numeric: true });

/** The people who have every word that is looked for, in an order; equals stay by name. */
export function arranged(people: readonly CoursePersonView[], find: string, order: Order): readonly CoursePersonView[] {
  const key = keys[order];
  return people
    .filter(({ name, email, section, role, externalId }) =>
      hasWords([name, email, section?.name ?? null, role, externalId], find),
    )
    .toSorted((one, other) => compare(key(one), key(other)) || compare(one.name, other.name));
}

/** True where some of the texts have each word that is looked for. */
export function hasWords(texts: readonly (string | null)[], find: string): boolean {
  const text = plain(texts.join(" "));
  return plain(find)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Text as it is looked for: without accents and capitals. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
