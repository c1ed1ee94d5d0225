type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What a page is given that reads its query. */
export interface SearchProps {
  readonly searchParams: Promise<Query>;
}

/** What a page is given that shows one thing by its id. */
export interface IdProps {
  readonly params: Promise<{ readonly id: string }>;
}
