import { type Cell, pointsOf, totalOf } from "../../assess";
import { database } from "../../store";
import type { Outlined, Place } from "./outline";

/** A student of a course, as exports name them. */
export interface Student {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly externalId: string;
  readonly section: string;
}

/** The students of a course who are in it now, or of one of its sections, by name. */
export async function loadStudents(courseId: string, sectionId?: string): Promise<readonly Student[]> {
  const rows = await database().enrolment.findMany({
    where: { courseId, role: "student", leftAt: null, ...(sectionId !== undefined && { sectionId }) },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    select: {
      personId: true,
      externalId: true,
      person: { select: { name: true, email: true } },
      section: { select: { name: true } },
    },
  });
  return rows.map(({ personId, externalId, person, section }) => ({
    id: personId,
    name: person.name,
    email: person.email ?? "",
    externalId: externalId ?? "",
    section: section?.name ?? "",
  }));
}

/** Where a student stands in one place that was handed out to them. */
export interface Standing extends Cell {
  /** Counted answers. */
  readonly attempts: number;
}

/** Where all students stand: by person, item and slot. */
export type Standings = (personId: string, place: Place) => Standing | undefined;

type Packed = [item: string, slot: number, credit: number, full: boolean, dropped: boolean, number | null, number];

/** Where students stand in assignments, in one query with a row for each student. */
export async function loadStandings(outline: readonly Outlined[]): Promise<Standings> {
  const ids = outline.map(({ id }) => id);
  const rows = await database().$queryRaw<{ person: string; places: Packed[] }[]>`
    SELECT person_id::text AS person,
      json_agg(json_build_array(item_id, slot, credit, "full", dropped, override, attempts)) AS places
    FROM assigned WHERE assignment_id = ANY(${ids}::uuid[]) GROUP BY person_id`;
  const known = new Map(
    rows.map(({ person, places }) => [person, new Map(places.map((place) => [`${place[0]}.${place[1]}`, place]))]),
  );
  return (personId, { itemId, slot, points }) => {
    const packed = known.get(personId)?.get(`${itemId}.${slot}`);
    if (!packed) return undefined;
    const [, , credit, full, dropped, override, attempts] = packed;
    return { points, credit, full, dropped, override, attempts };
  };
}

/** The points of a place; `null` where nothing was answered, and nothing given. */
export function reached(standing: Standing | undefined): number | null {
  if (!standing) return null;
  const { attempts, full, override } = standing;
  return attempts === 0 && !full && override === null ? null : pointsOf(standing);
}

/** What several places come to. A place that was not handed out gives nothing of its points. */
export interface Sum {
  /** `null` where nothing was answered in any of them. */
  readonly points: number | null;
  readonly of: number;
}

export function sumOf(places: readonly Place[], standingIn: (place: Place) => Standing | undefined): Sum {
  const standings = places.map((place) => standingIn(place) ?? untouched(place.points));
  const { points, of } = totalOf(standings);
  return { points: standings.some((standing) => reached(standing) !== null) ? points : null, of };
}

function untouched(points: number): Standing {
  return { points, credit: 0, full: false, dropped: false, override: null, attempts: 0 };
}
