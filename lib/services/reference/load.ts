import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Findable, type Indexed, indexRows, search } from "../../reference";
import { checkErratum, wrongFormulas } from "./check";
import { type SheetErratum, type SheetGroup, type SheetRow, sheetSchema } from "./schema";
import { typesetter } from "./typeset";
import type { ErratumView, FormulaGroupView, FormulaView, GroupContents, SheetView } from "./views";

/** Where the bank lies in a running site and in a test. */
const folder = join(process.cwd(), "prisma", "bank");

/** The sections of the sources, as far as they are needed to name one. */
const sourcesSchema = z.array(
  z.object({ id: z.string(), sections: z.array(z.object({ id: z.string(), title: z.string() })) }),
);

const names: Readonly<Record<string, string>> = {
  snow: "Snow",
  ece417: "ECE 417",
  blog: "Blog",
  tutorial: "Tutorial 04",
  carson: "Carson",
};

/** How a section is called: by its number where it has one, or by its title. */
export type Labels = ReadonlyMap<string, string>;

/** Reads the formulas as they stand in the bank's folder. */
export async function readSheet(): Promise<readonly SheetGroup[]> {
  return sheetSchema.parse(parse(await readFile(join(folder, "reference.yaml"), "utf8")));
}

/** A number where the section has one; a part by its heading's beginning; or the title. */
function sectionName(section: string, title: string): string {
  const number = /^\d[\d.]*/.exec(section)?.[0];
  if (number) return ` ${number}`;
  return section.startsWith("part-") ? ` ${title.split(":")[0]}` : `, ${title}`;
}

/** Reads how the sections of the sources are called. */
export async function readLabels(): Promise<Labels> {
  const sources = sourcesSchema.parse(parse(await readFile(join(folder, "sources.yaml"), "utf8")));
  return new Map(
    sources.flatMap(({ id, sections }) =>
      sections.map(({ id: section, title }) => [
        `${id}/${section}`,
        `${names[id] ?? id}${sectionName(section, title)}`,
      ]),
    ),
  );
}

/** The sheet as it stands in the bank, and what its sections are called; read once. */
interface Sheet {
  readonly groups: readonly SheetGroup[];
  readonly labels: Labels;
  readonly index: readonly Indexed[];
}

let loaded: Promise<Sheet> | undefined;

function sheet(): Promise<Sheet> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<Sheet> {
  const [groups, labels] = await Promise.all([readSheet(), readLabels()]);
  const rows = groups.flatMap(({ title, rows }) => rows.map((row) => findable(row, title, labels)));
  return { groups, labels, index: indexRows(rows) };
}

function findable(row: SheetRow, title: string, labels: Labels): Findable {
  return {
    id: row.id,
    words: [row.name, title, ...sourcesOf(row, labels)].join(" "),
    typed: [row.function, ...row.typed],
  };
}

/** What is asked of the sheet: what a query finds, one group or `all` of them, or else what there is. */
export interface SheetAsked {
  readonly query: string;
  readonly group: string;
}

/**
 * The formula sheet of the whole field, or a part of it. A formula is graded when it is first asked for, in both layouts and as a
 * differential, and every erratum is given a point at which it shows; after that it is kept.
 */
export async function getReference({ query, group }: SheetAsked): Promise<SheetView> {
  const { groups, labels, index } = await sheet();
  const count = index.length;
  if (query.trim() !== "") {
    const rows = new Map(groups.flatMap((each) => each.rows).map((row) => [row.id, row]));
    const found = search(index, query).flatMap((id) => rows.get(id) ?? []);
    return { shows: "found", count, rows: await viewsOf(found, labels) };
  }
  const asked = groups.filter(({ id }) => group === "all" || id === group);
  if (asked.length === 0) return { shows: "contents", count, groups: groups.map(contentsOf) };
  const views: FormulaGroupView[] = [];
  for (const { id, title, rows } of asked) views.push({ id, title, rows: await viewsOf(rows, labels) });
  return { shows: "groups", count, groups: views };
}

function contentsOf({ id, title, rows }: SheetGroup): GroupContents {
  return { id, title, rows: rows.map((row) => ({ id: row.id, name: row.name })) };
}

const kept = new Map<string, FormulaView>();

/** Grading takes the whole processor: others who ask get their turn after each formula that is new. */
async function viewsOf(rows: readonly SheetRow[], labels: Labels): Promise<readonly FormulaView[]> {
  const views: FormulaView[] = [];
  for (const row of rows) {
    const known = kept.get(row.id);
    const view = known ?? formulaView(row, labels);
    if (!known) await new Promise(setImmediate);
    kept.set(row.id, view);
    views.push(view);
  }
  return views;
}

const labelOf = (source: string, labels: Labels): string => labels.get(source) ?? source;

const sourcesOf = (row: SheetRow, labels: Labels): readonly string[] =>
  row.sources.filter((source) => source !== "own").map((source) => labelOf(source, labels));

function formulaView(row: SheetRow, labels: Labels): FormulaView {
  const set = typesetter(row);
  const setIfGiven = (text: string | undefined): string | undefined => (text === undefined ? undefined : set(text));
  return {
    id: row.id,
    name: row.name,
    form: row.form,
    function: set(row.function) ?? "",
    wrt: set(row.wrt) ?? "",
    numerator: setIfGiven(row.numerator),
    denominator: setIfGiven(row.denominator),
    answer: setIfGiven(row.answer),
    differential: setIfGiven(row.differential),
    note: row.note,
    sources: sourcesOf(row, labels),
    errata: row.errata.map((erratum) => erratumView(row, erratum, labels)),
    verified: wrongFormulas(row).length === 0,
  };
}

function erratumView(row: SheetRow, erratum: SheetErratum, labels: Labels): ErratumView {
  const { witness, reason } = checkErratum(row, erratum);
  const set = typesetter(row);
  return {
    source: labelOf(erratum.source, labels),
    says: set(erratum.says),
    typed: erratum.says,
    claims: erratum.layout,
    note: erratum.note,
    witness: witness && { ...witness, at: witness.at.map(({ name, value }) => ({ name: set(name) ?? name, value })) },
    reason,
  };
}
