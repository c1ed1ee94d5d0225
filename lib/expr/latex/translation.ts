import { refuse } from "../cursor";
import { limits } from "../limits";
import { canonicalName, type Vocabulary } from "../names";
import { type Atom, type Atoms, isChar, isCommand } from "./atoms";
import { TokenList } from "./tokens";

/** What `&` and `\\` stand for in an environment. */
export type Table = "matrix" | "cases";

/**
 * A translation under way: atoms on the one side, tokens on the other. How one piece of a formula is translated is
 * handed in, since most pieces hold others.
 */
export class Translation {
  readonly tokens = new TokenList();
  private readonly tables: Table[] = [];
  private depth = 0;

  constructor(
    readonly atoms: Atoms,
    readonly vocabulary: Vocabulary,
    private readonly translatePiece: (tex: Translation) => void,
  ) {}

  get atom(): Atom {
    return this.atoms.peek(0);
  }

  /** The environment around, or nothing. */
  get table(): Table | undefined {
    return this.tables[this.tables.length - 1];
  }

  isVariable(name: string): boolean {
    return this.vocabulary.variables.has(canonicalName(name));
  }

  /** Translates the piece that stands here. */
  piece(): void {
    this.translatePiece(this);
  }

  /** Translates up to a closing brace, the end of an environment, or what stops it. */
  stretch(stop: (atom: Atom) => boolean = () => false): void {
    while (this.atom.kind !== "end" && !isChar(this.atom, "}") && !isCommand(this.atom, "end") && !stop(this.atom))
      this.piece();
  }

  nested<T>(read: () => T): T {
    if (++this.depth > limits.depth) refuse("limit", "too-deep", { limit: limits.depth }, this.atom);
    const result = read();
    this.depth--;
    return result;
  }

  inTable(table: Table, read: () => void): void {
    this.tables.push(table);
    this.nested(read);
    this.tables.pop();
  }

  /** Reads, or where that gives nothing, goes back to where it began. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const [place, written] = [this.atoms.place, this.tokens.length];
    const result = read();
    if (result === undefined) {
      this.atoms.place = place;
      this.tokens.cut(written);
    }
    return result;
  }
}
