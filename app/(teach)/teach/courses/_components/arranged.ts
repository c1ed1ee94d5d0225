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
  const words = plain(find).split(/\s+/).filter(Boolean);
  const key = keys[order];
  return people
    .filter((person) => {
      const text = plain(
        `${person.name} ${person.email} ${person.section?.name ?? ""} ${person.role} ${person.externalId ?? ""}`,
      );
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => compare(key(one), key(other)) || compare(one.name, other.name));
}

/** Text as it is looked for: without accents and capitals. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
