import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { settleClosed } from "../assignments/closing";
import { courseName } from "../assignments/shown-times";
import { may, memberWith } from "../courses/rights";
import { loadSections } from "../courses/sections";
import type { Reply } from "../reply";
import { loadOutline, nameOf, type Outlined, pointsIn } from "./outline";
import { loadStandings, loadStudents, reached, type Standing, type Standings, type Student, sumOf } from "./standings";
import type { ColumnView, GradebookView, GradebookWish, GradedAssignmentView, Mark, SheetRow } from "./views";

/** The gradebook of a course, to those who teach in it. Of a folded assignment only the total is loaded into the page. */
export async function getGradebook(
  viewer: Viewer,
  courseId: string,
  wish: GradebookWish,
  now: Date,
): Reply<GradebookView> {
  const member = await memberWith(viewer, courseId, "see-work");
  if (!member.ok) return member;
  await settleClosed(now, courseId);
  const sections = await loadSections(courseId);
  const section = sections.find(({ id }) => id === wish.section);
  const outline = await loadOutline(courseId, now);
  const [students, standings] = await Promise.all([loadStudents(courseId, section?.id), loadStandings(outline)]);
  const assignments = outline.map((assignment, index) => assignmentView(assignment, index + 1, wish));
  const columns = columnsOf(outline, assignments);
  return ok({
    course: courseName(member.value.course),
    assignments,
    sections: sections.map(({ id, name }) => ({ id, name })),
    section: section?.id ?? null,
    columns: columns.map(({ view }) => view),
    rows: students.map((student) => rowOf(student, columns, standings)),
    mayExport: may(member.value, "export"),
  });
}

function assignmentView(assignment: Outlined, number: number, { folded }: GradebookWish): GradedAssignmentView {
  const { id, title, places } = assignment;
  const isFolded = folded === "all" || folded.includes(number);
  return { id, number, title, of: pointsIn(assignment), problems: places.length, folded: isFolded };
}

/** A number, and why it is what it is. */
interface Entry {
  readonly number: number | null;
  readonly mark?: Mark;
}

/** A column, and what stands in it for a student. */
interface Column {
  readonly view: ColumnView;
  readonly entryOf: (standings: Standings, personId: string) => Entry;
}

function columnsOf(outline: readonly Outlined[], assignments: readonly GradedAssignmentView[]): readonly Column[] {
  const all = outline.flatMap(({ places }) => places);
  const of = outline.reduce((sum, assignment) => sum + pointsIn(assignment), 0);
  const common = { group: 0, place: "" };
  const sumFor = (standings: Standings, personId: string) => sumOf(all, (place) => standings(personId, place));
  return [
    {
      view: { ...common, key: "total", kind: "total", title: "Total", of },
      entryOf: (standings, personId) => ({ number: sumFor(standings, personId).points }),
    },
    {
      view: { ...common, key: "percent", kind: "percent", title: "%", of: 100 },
      entryOf: (standings, personId) => {
        const { points, of: most } = sumFor(standings, personId);
        return { number: points === null || most === 0 ? null : (100 * points) / most };
      },
    },
    ...outline.flatMap((assignment, index) => {
      const view = assignments[index];
      return view ? columnsIn(assignment, view) : [];
    }),
  ];
}

function columnsIn({ places }: Outlined, { number: group, of, folded }: GradedAssignmentView): readonly Column[] {
  const total: Column = {
    view: { key: String(group), kind: "assignment", title: "Total", of, group, place: "" },
    entryOf: (standings, personId) => ({ number: sumOf(places, (place) => standings(personId, place)).points }),
  };
  if (folded) return [total];
  const problems = places.map(
    (place, index): Column => ({
      view: {
        key: `${group}.${index + 1}`,
        kind: "problem",
        title: place.title,
        of: place.points,
        group,
        place: nameOf(place),
      },
      entryOf: (standings, personId) => entryOf(standings(personId, place)),
    }),
  );
  return [total, ...problems];
}

function entryOf(standing: Standing | undefined): Entry {
  const mark = markOf(standing);
  return { number: reached(standing), ...(mark && { mark }) };
}

function markOf(standing: Standing | undefined): Mark | undefined {
  if (!standing) return undefined;
  if (standing.dropped) return "dropped";
  if (standing.override !== null) return "override";
  return standing.full ? "full" : undefined;
}

/** Numbers as they are shown: what is behind the second place is not sent. */
function rounded(number: number | null): number | null {
  return number === null ? null : Math.round(number * 100) / 100;
}

function rowOf({ id, name, section }: Student, columns: readonly Column[], standings: Standings): SheetRow {
  const entries = columns.map(({ entryOf: entry }) => entry(standings, id));
  const marks = entries.flatMap(({ mark }, index) => (mark ? [[index, mark] as const] : []));
  return { id, name, section, numbers: entries.map(({ number }) => rounded(number)), marks: Object.fromEntries(marks) };
}
