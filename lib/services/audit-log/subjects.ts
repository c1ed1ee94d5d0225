import { validate as isUuid } from "uuid";
import { type ActCode, type acts, database } from "../../store";

type SubjectKind = (typeof acts)[ActCode];

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

/** What a subject is called, where it is still there. */
type Names = ReadonlyMap<string, string>;

const title = { select: { title: true } };

/** How the subjects of each kind are looked up. A kind that is missing here is spoken of without a name. */
const lookups: { readonly [Kind in SubjectKind]?: (ids: string[]) => Promise<Names> } = {
  person: async (ids) => {
    const rows = await database().auditName.findMany({
      where: { id: { in: ids } },
      include: { person: { select: { name: true } } },
    });
    return new Map(rows.flatMap(({ id, person }) => (person ? [[id, person.name] as const] : [])));
  },
  assignment: async (ids) => {
    const rows = await database().assignment.findMany({ where: { id: { in: ids } } });
    return new Map(rows.map((row) => [row.id, `“${row.title}”`]));
  },
  assigned: async (ids) => {
    const rows = await database().assigned.findMany({
      where: { id: { in: ids } },
      include: { person: { select: { name: true } }, version: title, assignment: title },
    });
    return new Map(
      rows.map(({ id, person, version, assignment }) => [
        id,
        `“${version.title}” of ${person.name} in “${assignment.title}”`,
      ]),
    );
  },
  regrade: async (ids) => {
    const rows = await database().regrade.findMany({ where: { id: { in: ids } }, include: { version: title } });
    return new Map(rows.map(({ id, version }) => [id, `“${version.title}”`]));
  },
  problem: async (ids) => {
    const rows = await database().problem.findMany({ where: { id: { in: ids } }, include: { currentVersion: title } });
    return new Map(rows.map(({ id, currentVersion }) => [id, `“${currentVersion?.title ?? id}”`]));
  },
};

/** Kinds whose ids are texts of their own. */
const notUuids: ReadonlySet<string> = new Set(["problem"]);

/** What to call each subject of some rows, by kind and id: one query a kind. */
export async function namesOfSubjects(rows: readonly Subject[]): Promise<(subject: Subject) => string> {
  const found = new Map<string, Names>();
  for (const [kind, look] of Object.entries(lookups)) {
    const ids = rows.flatMap(({ subjectKind, subjectId }) =>
      subjectKind === kind && subjectId !== null && (notUuids.has(kind) || isUuid(subjectId)) ? [subjectId] : [],
    );
    if (ids.length > 0) found.set(kind, await look([...new Set(ids)]));
  }
  return ({ subjectKind, subjectId }) =>
    found.get(subjectKind)?.get(subjectId ?? "") ??
    (subjectKind === "person" ? "somebody whose account is erased" : "something that is gone");
}
