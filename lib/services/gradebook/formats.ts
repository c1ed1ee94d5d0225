import { type CsvCell, csvOf, distinct, pointsCell } from "./csv";
import type { Student } from "./standings";
import type { ExportFormat } from "./views";

/** What is exported: for each student the points of each assignment. */
export interface Grades {
  readonly assignments: readonly { readonly title: string; readonly of: number }[];
  readonly students: readonly (Student & {
    /** `null` where the cell stays empty: nothing was answered, and there is still time. */
    readonly points: readonly (number | null)[];
  })[];
}

/** The forms that other systems import. */
export const formats: { readonly [F in ExportFormat]: (grades: Grades) => string } = {
  /**
   * Canvas: five columns say who it is, of which the SIS id, the login and the name are tried in this order; the second row says what each
   * assignment gives. Its own id of the student is not known here.
   */
  canvas: ({ assignments, students }) => {
    const titles = distinct(assignments.map(({ title }) => forCanvas(title)));
    const possible = assignments.map(({ of }) => pointsCell(of));
    return csvOf([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...titles],
      ["    Points Possible", "", "", "", "", ...possible],
      ...students.map(({ name, externalId, email, section, points }): CsvCell[] => [
        name,
        "",
        externalId,
        email,
        section,
        ...points.map(pointsCell),
      ]),
    ]);
  },

  /** Moodle: columns as in its own export; whoever imports says that the address or the ID number finds the student. */
  moodle: ({ assignments, students }) => {
    const titles = distinct(assignments.map(({ title }) => `Assignment: ${title} (Real)`));
    return csvOf([
      ["Full name", "ID number", "Email address", "Group", ...titles],
      ...students.map(({ name, externalId, email, section, points }): CsvCell[] => [
        name,
        externalId,
        email,
        section,
        ...points.map(pointsCell),
      ]),
    ]);
  },
};

/** What Canvas takes for columns of its own that are computed, and passes over. */
const computed = /(Current|Final|Override) (Score|Points|Grade|Status)/g;

/** A title that Canvas takes for one of an assignment. */
function forCanvas(title: string): string {
  return title.replace(computed, "$1: $2").replace(/\((\d+)\)/g, "[$1]");
}
