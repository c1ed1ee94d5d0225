import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { checkErratum, wrongFormulas } from "./check";
import { type SheetErratum, type SheetGroup, type SheetRow, sheetSchema } from "./schema";
import { typesetter } from "./typeset";
import type { ErratumView, FormulaGroupView, FormulaView } from "./views";

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

let loaded: Promise<readonly FormulaGroupView[]> | undefined;

/**
 * The formula sheet of the whole field, in groups. Every formula is graded when the sheet is first asked for, in both layouts
 * and as a differential, and every erratum is given a point at which it shows; after that the sheet is kept.
 */
export function getReference(): Promise<readonly FormulaGroupView[]> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<readonly FormulaGroupView[]> {
  const [groups, labels] = await Promise.all([readSheet(), readLabels()]);
  const views: FormulaGroupView[] = [];
  for (const { id, title, rows } of groups) {
    views.push({ id, title, rows: rows.map((row) => formulaView(row, labels)) });
    // Grading takes the whole processor: others who ask get their turn after each group.
    await new Promise(setImmediate);
  }
  return views;
}

const labelOf = (source: string, labels: Labels): string => labels.get(source) ?? source;

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
    typed: [row.function, ...row.typed],
    note: row.note,
    sources: row.sources.filter((source) => source !== "own").map((source) => labelOf(source, labels)),
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
