import { textOf } from "@/app/_actions/form";

/** The draft that a form holds. A row left empty is kept out. */
export function draftOf(form: FormData): object {
  const single = [
    "title",
    "topicId",
    "difficulty",
    "sources",
    "statement",
    "form",
    "function",
    "wrt",
    "reference",
    "more",
    "policy",
    "input",
    "parameters",
    "numerator",
    "denominator",
    "answer",
    "solution",
  ];
  return {
    ...Object.fromEntries(single.map((name) => [name, textOf(form, name)])),
    skills: form.getAll("skills").filter((skill) => typeof skill === "string" && skill !== ""),
    alike: form.get("alike") !== null,
    variables: rowsOf(form, "variables", ["name", "shape", "assume"]),
    spoiled: rowsOf(form, "spoiled", ["answer", "slip"]),
    hints: [0, 1, 2].map((row) => textOf(form, `hints.${row}`)).filter((hint) => hint.trim() !== ""),
  };
}

/** The rows of a table of the form, those left empty excepted. */
function rowsOf(form: FormData, table: string, columns: readonly string[]): Record<string, string>[] {
  const places = [...form.keys()].flatMap((key) => {
    const [name, row] = key.split(".");
    return name === table && /^\d{1,2}$/.test(row ?? "") ? [Number(row)] : [];
  });
  const rows = [...new Set(places)].sort((one, other) => one - other);
  return rows
    .map((row) => Object.fromEntries(columns.map((column) => [column, textOf(form, `${table}.${row}.${column}`)])))
    .filter((row) => Object.values(row).some((text) => text.trim() !== ""));
}
