import type { Role, Viewer } from "../../auth";
import { database } from "../../store";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * How people are called where their practice is looked at from everywhere: by name for whoever teaches them, in one course or another, and for
 * admins. To others they are nobody in particular.
 */
export async function namesFor(viewer: Viewer, people: readonly Named[]): Promise<(person: Named) => string> {
  const known = viewer.role === "admin" ? null : await taughtBy(viewer, people);
  return ({ id, name, role }) => {
    if (role === "guest") return "A visitor";
    return known === null || known.has(id) || id === viewer.personId ? name : "A learner";
  };
}

async function taughtBy({ personId }: Viewer, people: readonly Named[]): Promise<ReadonlySet<string>> {
  if (personId === null) return new Set();
  const teaches = { personId, leftAt: null, role: { not: "student" } } as const;
  const rows = await database().enrolment.findMany({
    where: { personId: { in: people.map(({ id }) => id) }, course: { enrolments: { some: teaches } } },
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId));
}
