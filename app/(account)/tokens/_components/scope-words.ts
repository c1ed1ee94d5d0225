import type { Scope } from "@/lib/services";

/** What a scope lets a program do. */
export const scopeWords: { readonly [S in Scope]: string } = {
  "read:assignments": "read assignments",
  "read:submissions": "read students' answers",
  "read:grades": "read grades",
  grade: "grade answers to problems of its own",
};
