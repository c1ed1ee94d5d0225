import type { Viewer } from "../../auth";

/** What a token lets a program do. */
export const scopes = ["read:assignments", "read:submissions", "read:grades", "grade"] as const;

export type Scope = (typeof scopes)[number];

/** A token in its owner's list. Its text is not kept. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  /** Its first characters. */
  readonly start: string;
  readonly scopes: readonly Scope[];
  /** The course that it is for; `null` for all of its owner's. */
  readonly course: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly state: "valid" | "expired" | "revoked";
}

/** Somebody's tokens, and what they can choose for another. */
export interface TokensView {
  readonly tokens: readonly TokenView[];
  /** The courses that a token can read. */
  readonly courses: readonly { readonly id: string; readonly title: string }[];
}

/** What the form of a new token holds. */
export interface TokenInput {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Empty for all courses. */
  readonly courseId: string;
  /** How many days it holds. */
  readonly days: string;
}

/** A program that has shown a valid token: whom it acts for, and what it may. */
export interface Holder {
  readonly viewer: Viewer & { readonly personId: string };
  readonly scopes: readonly Scope[];
  readonly courseId: string | null;
}
