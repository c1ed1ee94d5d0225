import { type Complaint, fail, ok, type Result } from "../../base";
import { Refusal, refuse } from "../cursor";
import type { Vocabulary } from "../names";
import type { Token } from "../tokens";
import { Atoms, readAtoms } from "./atoms";
import { piece } from "./pieces";
import { Translation } from "./translation";

/**
 * Turns LaTeX into the tokens of the text form, with places in the LaTeX, so that one grammar reads both. What TeX
 * says by layout (fractions, roots, subscripts, environments) is said with brackets. The last token is the end.
 */
export function tokenizeLatex(source: string, vocabulary: Vocabulary): Result<readonly Token[], Complaint> {
  try {
    return ok(translate(new Translation(new Atoms(readAtoms(source)), vocabulary, piece)));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.complaint);
    throw error;
  }
}

function translate(tex: Translation): readonly Token[] {
  tex.stretch();
  const { atom, tokens } = tex;
  if (atom.kind !== "end") refuse("syntax", "unexpected-token", { found: atom.value }, atom);
  tokens.end(atom);
  return tokens.all;
}
