/** A record of the contract, as a corpus has it. */
export interface CorpusRecord {
  readonly id: string;
  readonly problem: Readonly<Record<string, unknown>>;
  readonly answer: string;
  readonly syntax?: "text" | "latex";
}

/** A row of the truth table: the record that it stands for, and the verdict in the table's words. */
export interface Row extends CorpusRecord {
  readonly group: string;
  readonly line: number;
  readonly verdict: string;
}

const dimension = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);
const shape = (text: string): (string | number)[] => (text === "∙" ? [] : text.split("×").map(dimension));

/** `x:n A:n×n,symmetric f(n→m) n>p` as declarations. */
function declarations(text: string): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  const functions: Record<string, unknown> = {};
  const where: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const declared = /^(.+)\((.*)\)$/.exec(word);
    if (declared) {
      const [from, to] = (declared[2] as string).split("→");
      functions[declared[1] as string] =
        to === undefined ? { elementwise: true } : { from: shape(from as string), to: shape(to) };
    } else if (/[<>]/.test(word)) where.push(word);
    else {
      const [name, rest] = word.split(":") as [string, string];
      const [size, ...assume] = rest.split(",") as [string, ...string[]];
      variables[name] = { shape: shape(size), ...(assume.length > 0 && { assume }) };
    }
  }
  return {
    variables,
    ...(Object.keys(functions).length > 0 && { functions }),
    ...(where.length > 0 && { where }),
  };
}

/** `x`, `hessian x`, `index[i,j] x`, or `-` beside a reference. */
function asked(source: string, by: string): Record<string, unknown> {
  if (source.startsWith("= ")) return { reference: source.slice(2) };
  const [wrt, form] = by.split(" ").reverse() as [string, string?];
  if (!form) return { function: source, wrt };
  const [name, indices] = form.replace("]", "").split("[") as [string, string?];
  return { function: source, wrt, form: name, ...(indices && { indices: indices.split(",") }) };
}

/** Reads the truth table, lib/grade/corpus/truth-table.txt, which explains its notation. */
export function readTruthTable(text: string): Row[] {
  const rows: Row[] = [];
  let group = "";
  for (const [at, line] of text.split("\n").entries()) {
    if (line.startsWith("## ")) group = line.slice(3);
    if (line.startsWith("#") || line.trim() === "") continue;
    const [source, by, names, typed, verdict] = line.split(" | ") as [string, string, string, string, string];
    const latex = typed.startsWith("$");
    rows.push({
      group,
      line: at + 1,
      id: line,
      problem: { ...declarations(names), ...asked(source, by) },
      answer: latex ? typed.slice(1) : typed,
      ...(latex && { syntax: "latex" as const }),
      verdict,
    });
  }
  return rows;
}

/** A formula from the literature with its true verdict. */
export interface Claim extends CorpusRecord {
  readonly status?: string;
  readonly expect: { readonly numerator: boolean; readonly denominator: boolean };
}

/** Reads lib/grade/corpus/seed-claims.jsonl. */
export function readClaims(text: string): Claim[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Claim);
}
