import type { Prisma } from "../../store";

/** A regrade that is at work. */
export type RegradeRow = Prisma.RegradeGetPayload<{ include: { version: true } }>;
