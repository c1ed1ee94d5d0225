import type { Policy } from "../../grade";
import type { Prisma } from "../../store";

/** What is loaded of an assignment to know which layouts count in it. */
export const policySelect = { policy: true, course: { select: { policy: true } } } satisfies Prisma.AssignmentSelect;

export interface WithPolicy {
  readonly policy: Policy | null;
  readonly course: { readonly policy: Policy };
}

/**
 * The layouts that count for an assigned problem: those that the assignment names, else those that the problem itself asks for, and
 * where either will do, those of the course.
 */
export function policyIn({ policy, course }: WithPolicy, own: Policy): Policy {
  return policy ?? (own === "either" ? course.policy : own);
}
