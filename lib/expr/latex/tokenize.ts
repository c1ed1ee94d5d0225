import { type Complaint, cover, fail, ok, type Result, type Span } from "../../base";
import type { Character } from "../characters";
import { Refusal, refuse } from "../cursor";
import { limits } from "../limits";
import { canonicalName, isKnown, type Vocabulary } from "../names";
import { functionNames } from "../operators";
import type { Token } from "../tokens";
import { type Atom, readAtoms } from "./atoms";
import {
  accents,
  faces,
  fractions,
  functions,
  greekOf,
  ignored,
  marks,
  matrices,
  spellings,
  upright,
} from "./commands";

/** The name that an atom or a dressed letter stands for. */
interface Base extends Span {
  readonly name: string;
  /** Letters in an upright face: a word, not a product of letters. */
  readonly upright: boolean;
}

/** What ends a stretch of atoms. */
type Stop = (atom: Atom) => boolean;

const isDigit = (a: Atom): boolean => a.kind === "character" && /^\d$/.test(a.value);
const isLetter = (a: Atom): boolean => a.kind === "character" && /^\p{L}$/u.test(a.value);
const isChar = (a: Atom, value: string): boolean => a.kind === "character" && a.value === value;
const isCommand = (a: Atom, value: string): boolean => a.kind === "command" && a.value === value;

/**
 * Turns LaTeX into the tokens of the text form, with places in the LaTeX, so that one grammar reads both. What TeX
 * says by layout (fractions, roots, subscripts, environments) is said with brackets.
 */
class Translation {
  private readonly atoms: readonly Atom[];
  private readonly tokens: Token[] = [];
  private at = 0;
  private depth = 0;
  /** What `&` and `\\` stand for in the environments around. */
  private readonly tables: ("matrix" | "cases")[] = [];

  constructor(
    source: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.atoms = readAtoms(source);
  }

  all(): Token[] {
    this.stretch(() => false);
    const { atom } = this;
    if (atom.kind !== "end") refuse("syntax", "unexpected-token", { found: atom.value }, atom);
    this.tokens.push({ kind: "end", text: "", letters: [], start: atom.start, end: atom.end });
    return this.tokens;
  }

  private get atom(): Atom {
    return this.peek(0);
  }

  private peek(ahead: number): Atom {
    return this.atoms[Math.min(this.at + ahead, this.atoms.length - 1)] as Atom;
  }

  private take(): Atom {
    const { atom } = this;
    if (this.at < this.atoms.length - 1) this.at++;
    return atom;
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > limits.depth) refuse("limit", "too-deep", { limit: limits.depth }, this.atom);
    const result = read();
    this.depth--;
    return result;
  }

  private mark(text: string, span: Span): void {
    const letters = [...text].map((value): Character => ({ value, start: span.start, end: span.end }));
    this.tokens.push({ kind: "mark", text, letters, start: span.start, end: span.end });
  }

  private number(text: string, span: Span, letters: readonly Character[] = []): void {
    this.tokens.push({ kind: "number", text, letters, start: span.start, end: span.end });
  }

  private word(letters: readonly Character[]): void {
    const [first, last] = [letters[0] as Character, letters[letters.length - 1] as Character];
    const text = letters.map((c) => c.value).join("");
    this.tokens.push({ kind: "word", text, letters, start: first.start, end: last.end });
  }

  /** A name as one word: all its letters lie where the whole of it was typed. */
  private wholeWord(name: string, span: Span): void {
    this.word([...name].map((value) => ({ value, start: span.start, end: span.end })));
  }

  private stretch(stop: Stop): void {
    while (this.atom.kind !== "end" && !stop(this.atom) && !isChar(this.atom, "}") && !isCommand(this.atom, "end"))
      this.one();
  }

  private one(): void {
    const { atom } = this;
    if (atom.kind === "command") {
      this.command(atom);
      return;
    }
    if (isLetter(atom)) {
      this.letters();
      return;
    }
    if (isDigit(atom) || (isChar(atom, ".") && isDigit(this.peek(1)))) {
      this.digits();
      return;
    }
    this.character(this.take());
  }

  private character(atom: Atom): void {
    switch (atom.value) {
      case "{":
        this.group(atom, "(", ")");
        return;
      case "^":
        this.superscript(atom);
        return;
      case "_":
        this.subscript(atom);
        return;
      case "&":
        this.cell(atom);
        return;
      case "[":
        this.square(atom);
        return;
      case "~":
        return;
      case "|":
        if (isChar(this.atom, "|")) {
          this.mark("‖", cover(atom, this.take()));
          return;
        }
        this.mark("|", atom);
        return;
      default:
        if (!"()]+-*/·×⊙⊗⊤'<>≤≥,;:√‖".includes(atom.value)) {
          refuse("syntax", "unexpected-character", { found: atom.value }, atom);
        }
        this.mark(atom.value === "≤" ? "<=" : atom.value === "≥" ? ">=" : atom.value, atom);
        return;
    }
  }

  private digits(): void {
    const digits = [this.take()];
    const dotted = (): boolean => digits.some((a) => a.value === ".");
    while (isDigit(this.atom) || (isChar(this.atom, ".") && !dotted() && isDigit(this.peek(1))))
      digits.push(this.take());
    const span = cover(digits[0] as Atom, digits[digits.length - 1] as Atom);
    this.number(digits.map((a) => a.value).join(""), span, digits);
  }

  /** `{ … }` as brackets; an empty one is a box that was left empty. */
  private group(opening: Atom, open: string, close: string): void {
    this.mark(open, opening);
    if (isChar(this.atom, "}")) refuse("syntax", "empty-placeholder", {}, cover(opening, this.atom));
    this.nested(() => this.stretch(() => false));
    this.mark(close, this.closeGroup(opening));
  }

  private closeGroup(opening: Atom): Atom {
    if (isChar(this.atom, "}")) return this.take();
    return refuse("syntax", "unclosed-bracket", { bracket: opening.value }, opening);
  }

  /** A command's argument in brackets: a group, or the next atom alone. */
  private argument(of: Atom): void {
    if (isChar(this.atom, "{")) {
      this.group(this.take(), "(", ")");
      return;
    }
    if (this.atom.kind === "end") refuse("syntax", "unexpected-end", {}, this.atom);
    this.mark("(", of);
    this.nested(() => this.single());
    this.mark(")", of);
  }

  /** One atom, as TeX takes it where no braces stand. */
  private single(): void {
    const { atom } = this;
    if (isDigit(atom)) this.number(this.take().value, atom);
    else if (isLetter(atom)) this.word([this.take()]);
    else this.nested(() => this.one());
  }

  // ── names ─────────────────────────────────────────────────────────────────

  /** The dressed or bare name that stands here, taken; or nothing, and nothing taken. */
  private base(): Base | undefined {
    const { atom } = this;
    if (isLetter(atom)) return { name: this.take().value, upright: false, start: atom.start, end: atom.end };
    if (atom.kind !== "command") return undefined;
    const greek = greekOf(atom.value);
    if (greek) {
      this.take();
      return { name: greek, upright: true, start: atom.start, end: atom.end };
    }
    return faces.has(atom.value) || accents.has(atom.value) ? this.dressed(atom) : undefined;
  }

  /** `\mathbf{x}`, `\hat{x}`, `\operatorname{tr}`, `\mathsf T`: only letters and names inside. */
  private dressed(face: Atom): Base | undefined {
    const mark = this.at;
    this.take();
    const braced = isChar(this.atom, "{");
    if (braced) this.take();
    let name = "";
    let parts = 0;
    let end: Span = face;
    while (this.atom.kind !== "end" && !isChar(this.atom, "}")) {
      const part = this.nested(() => this.base()) ?? this.nameCharacter(name);
      if (!part) break;
      name += part.name;
      parts++;
      end = part;
      if (!braced) break;
    }
    const closed = !braced || isChar(this.atom, "}");
    if (!closed || parts === 0) {
      this.at = mark;
      return undefined;
    }
    if (braced) end = this.take();
    if (accents.has(face.value)) name = `${name}_${face.value.replace("wide", "").replace("overline", "bar")}`;
    return { name, upright: upright.has(face.value) || accents.has(face.value) || parts === 1, ...cover(face, end) };
  }

  /** A digit or an underscore inside a dressed name that has begun. */
  private nameCharacter(begun: string): Base | undefined {
    const { atom } = this;
    if (begun === "" || !(isDigit(atom) || isChar(atom, "_") || (isCommand(atom, "_") && begun))) return undefined;
    this.take();
    return { name: atom.value, upright: true, start: atom.start, end: atom.end };
  }

  /** A run of bare letters; what stands before a subscript, or a name in a dress, is a word of its own. */
  private letters(): void {
    let run: Character[] = [];
    const flush = (): void => {
      if (run.length > 0) this.word(run);
      run = [];
    };
    while (isLetter(this.atom)) {
      const letter = this.atom;
      if (letter.value === "d" && this.differential(flush)) continue;
      if (this.marked(this.peek(1))) {
        this.take();
        const whole = [...run, letter].map((c) => c.value).join("");
        const known =
          run.length > 0 && (this.vocabulary.variables.has(canonicalName(whole)) || functionNames.has(whole));
        if (known) {
          this.named({ name: whole, upright: true, ...cover(run[0] as Character, letter) });
          return;
        }
        flush();
        this.named({ name: letter.value, upright: false, start: letter.start, end: letter.end });
        return;
      }
      run.push(this.take());
    }
    flush();
  }

  /** Whether a name here may go on in a subscript or a superscript in brackets. */
  private marked(atom: Atom): boolean {
    return isChar(atom, "_") || isChar(atom, "^");
  }

  /** `d` before a name, where the two are a declared name: `dX`, `d\theta`, `\mathrm{d}\mathbf{X}`. */
  private differential(beforeIt: () => void): boolean {
    const mark = this.at;
    const d = this.take();
    const next = this.base();
    if (next && this.vocabulary.variables.has(canonicalName(`d${next.name}`))) {
      beforeIt();
      this.named({ name: `d${next.name}`, upright: true, start: d.start, end: next.end });
      return true;
    }
    this.at = mark;
    return false;
  }

  /** A name with what its subscript and bracketed superscript make of it. */
  private named(base: Base): void {
    const declared = this.declaredWithMarks(base);
    if (declared) {
      this.wholeWord(declared.name, declared);
      return;
    }
    if (this.isDelta(base)) {
      this.delta(base);
      return;
    }
    if (base.name === "e" && isChar(this.atom, "_") && !this.isDeclared("e") && this.unitVector(base)) return;
    if (base.name.length > 1 && !base.upright) {
      this.word([...base.name].map((value) => ({ value, start: base.start, end: base.end })));
      return;
    }
    const known = this.vocabulary.variables.has(canonicalName(base.name));
    this.wholeWord(known ? base.name : (spellings.get(base.name) ?? base.name), base);
  }

  /** `W^{(2)}`, `x_1`, `\hat\beta_0`, `\delta_y`: the longest declared name that base and marks make. */
  private declaredWithMarks(base: Base): Base | undefined {
    const start = this.at;
    let [name, end, found]: [string, Span, { name: string; at: number; end: Span } | undefined] = [
      base.name,
      base,
      undefined,
    ];
    for (let k = 0; k < 2 && this.marked(this.atom); k++) {
      const layer = isChar(this.atom, "^");
      const part = this.plainMark();
      if (!part || (layer && !/^\(.+\)$/.test(part.name))) break;
      const text = layer ? part.name.slice(1, -1) : part.name;
      end = part;
      const joined = [`${name}_${text}`, `${name}${text}`].find((n) => this.vocabulary.variables.has(canonicalName(n)));
      name = joined ?? `${name}_${text}`;
      if (joined) found = { name: joined, at: this.at, end };
    }
    this.at = found ? found.at : start;
    return found ? { name: found.name, upright: true, ...cover(base, found.end) } : undefined;
  }

  /** The text of `_x`, `_{12}`, `_{\text{max}}`, `^{(2)}`, where it is nothing but letters, digits and brackets. */
  private plainMark(): Base | undefined {
    const mark = this.take();
    if (!isChar(this.atom, "{")) {
      const base = isDigit(this.atom) ? { name: this.atom.value, upright: true, ...this.take() } : this.base();
      return base && { name: base.name, upright: true, ...cover(mark, base) };
    }
    this.take();
    let name = "";
    while (!isChar(this.atom, "}") && this.atom.kind !== "end") {
      const base = this.base();
      if (base) name += base.name;
      else if (isDigit(this.atom) || isChar(this.atom, "(") || isChar(this.atom, ")")) name += this.take().value;
      else return undefined;
    }
    return name && isChar(this.atom, "}") ? { name, upright: true, ...cover(mark, this.take()) } : undefined;
  }

  private isDelta({ name }: Base): boolean {
    return (
      name === "delta" && isChar(this.atom, "_") && isChar(this.peek(1), "{") && !this.vocabulary.variables.has("delta")
    );
  }

  /** `\delta_{ij}` and `\delta_{i,j}` are `delta(i, j)`. */
  private delta(base: Base): void {
    this.wholeWord(base.name, base);
    this.take();
    const opening = this.take();
    this.mark("(", opening);
    for (let first = true; !isChar(this.atom, "}") && this.atom.kind !== "end"; first = false) {
      if (!first && !isChar(this.atom, ",")) this.mark(",", this.atom);
      if (isChar(this.atom, ",")) this.mark(",", this.take());
      this.single();
    }
    this.mark(")", this.closeGroup(opening));
  }

  private isDeclared(name: string): boolean {
    return isKnown(this.vocabulary, name) || this.vocabulary.functions.has(name);
  }

  /** `e_k^{(n)}` is `e_i(k, n)`; nothing is taken where it is not that. */
  private unitVector(base: Base): boolean {
    const [start, from] = [this.at, this.tokens.length];
    this.wholeWord("e_i", base);
    const mark = this.take();
    this.mark("(", mark);
    if (isChar(this.atom, "{")) this.group(this.take(), "{", "}");
    else this.single();
    if (isChar(this.atom, "^") && isChar(this.peek(1), "{") && isChar(this.peek(2), "(")) {
      this.mark(",", this.take());
      const opening = this.take();
      this.nested(() => this.stretch(() => false));
      this.mark(")", this.closeGroup(opening));
      return true;
    }
    this.at = start;
    this.tokens.length = from;
    return false;
  }

  // ── subscripts and superscripts ───────────────────────────────────────────

  private subscript(mark: Atom): void {
    this.mark("_", mark);
    if (isChar(this.atom, "{")) {
      this.group(this.take(), "{", "}");
      return;
    }
    if (this.atom.kind === "end") refuse("syntax", "unexpected-end", {}, this.atom);
    this.mark("{", mark);
    this.single();
    this.mark("}", mark);
  }

  /** A power; behind a norm, the mark below that was written after it comes first: `\|x\|^2_2`. */
  private superscript(mark: Atom): void {
    const norm = ["‖", "\\rVert"].includes(this.tokens[this.tokens.length - 1]?.text ?? "");
    const from = this.tokens.length;
    this.power(mark);
    if (!norm || !isChar(this.atom, "_")) return;
    const power = this.tokens.splice(from);
    this.subscript(this.take());
    this.tokens.push(...power);
  }

  private power(mark: Atom): void {
    const prime = this.primes();
    if (prime) {
      this.mark("'", cover(mark, prime));
      return;
    }
    if (isChar(this.atom, "{")) {
      if (isCommand(this.peek(1), "circ")) {
        this.entryPower(mark);
        return;
      }
      this.mark("^", mark);
      this.raisedGroup(this.take());
      return;
    }
    if (this.atom.kind === "end") refuse("syntax", "missing-operand", { operator: "^" }, mark);
    this.mark("^", mark);
    const base = isLetter(this.atom) || isDigit(this.atom) ? undefined : this.base();
    if (base) this.wholeWord(base.name, base);
    else this.single();
  }

  private primes(): Atom | undefined {
    if (isCommand(this.atom, "prime") || isChar(this.atom, "'")) return this.take();
    const grouped = isChar(this.atom, "{") && isCommand(this.peek(1), "prime") && isChar(this.peek(2), "}");
    if (!grouped) return undefined;
    this.take();
    this.take();
    return this.take();
  }

  /** `^{\circ 2}`: entry by entry. */
  private entryPower(mark: Atom): void {
    const opening = this.take();
    this.take();
    this.mark(".^", mark);
    this.mark("(", opening);
    this.nested(() => this.stretch(() => false));
    this.mark(")", this.closeGroup(opening));
  }

  private raisedGroup(opening: Atom): void {
    this.group(opening, "{", "}");
  }

  /** `[…]` groups, unless it holds entries or one place: `[a, b]`, `x[2]`. */
  private square(opening: Atom): void {
    const entries = this.holdsEntries();
    this.mark(entries ? "[" : "(", opening);
    this.nested(() => this.stretch((a) => isChar(a, "]") || isCommand(a, "rbrack")));
    if (this.atom.kind === "end") refuse("syntax", "unclosed-bracket", { bracket: "[" }, opening);
    if (isChar(this.atom, "}") || isCommand(this.atom, "end"))
      refuse("syntax", "unclosed-bracket", { bracket: "[" }, opening);
    this.mark(entries ? "]" : ")", this.take());
  }

  private holdsEntries(): boolean {
    let level = 0;
    for (let k = 0; ; k++) {
      const atom = this.peek(k);
      if (atom.kind === "end") return true;
      if (isChar(atom, "(") || isChar(atom, "{") || isChar(atom, "[")) level++;
      if (isChar(atom, ")") || isChar(atom, "}")) level--;
      if (level === 0 && (isChar(atom, ",") || isChar(atom, ";"))) return true;
      if (isChar(atom, "]") && level-- === 0) return k <= 1;
    }
  }

  // ── commands ──────────────────────────────────────────────────────────────

  private command(atom: Atom): void {
    if (isCommand(atom, "mathrm") && this.romanDifferential()) return;
    if (this.isOnes()) {
      this.ones(this.take());
      return;
    }
    const base = this.base();
    if (base) {
      this.named(base);
      return;
    }
    this.take();
    const { value } = atom;
    if (value === "left" || value === "right") {
      this.side(value);
      return;
    }
    const mark = marks.get(value);
    if (ignored.has(value) || value === " ") return;
    if (mark === "[") {
      this.square(atom);
      return;
    }
    if (mark) {
      this.mark(mark, atom);
      return;
    }
    if (value === "log" && isCommand(this.atom, "det")) {
      this.wholeWord("logdet", cover(atom, this.take()));
      return;
    }
    const name = functions.get(value);
    if (name) {
      this.wholeWord(name, atom);
      return;
    }
    if (fractions.has(value)) {
      this.fraction(atom);
      return;
    }
    this.structure(atom);
  }

  /** Behind `\left` and `\right` a bar knows which side it is. */
  private side(side: "left" | "right"): void {
    const { atom } = this;
    const bar = atom.kind === "command" ? marks.get(atom.value) : atom.value;
    if (bar !== "|" && bar !== "‖") return;
    this.take();
    const double = isChar(atom, "|") && isChar(this.atom, "|") ? this.take() : undefined;
    this.mark(`\\${side[0]}${bar === "‖" || double ? "V" : "v"}ert`, cover(atom, double ?? atom));
  }

  private structure(atom: Atom): void {
    switch (atom.value) {
      case "sqrt":
        this.root(atom);
        return;
      case "begin":
        this.environment(atom);
        return;
      case "\\":
      case "cr":
        this.line(atom);
        return;
      case "sum":
        this.sum(atom);
        return;
      case "placeholder":
        this.placeholder(atom);
        return;
      default:
        refuse("syntax", "unknown-command", { name: `\\${atom.value}` }, atom);
        return;
    }
  }

  /** `\mathrm{d}X`. */
  private romanDifferential(): boolean {
    const roman = isChar(this.peek(1), "{") && isChar(this.peek(2), "d") && isChar(this.peek(3), "}");
    if (!roman) return false;
    const mark = this.at;
    const first = this.take();
    this.at += 3;
    const next = this.base();
    if (next && this.vocabulary.variables.has(canonicalName(`d${next.name}`))) {
      this.named({ name: `d${next.name}`, upright: true, start: first.start, end: next.end });
      return true;
    }
    this.at = mark;
    return false;
  }

  /** `\mathbf{1}`, `\mathbf{0}`: ones and zeros whose size follows from their place. */
  private isOnes(): boolean {
    const { atom } = this;
    if (!["mathbf", "boldsymbol", "bm", "mathbb"].includes(atom.value)) return false;
    const braced = isChar(this.peek(1), "{") ? 1 : 0;
    const digit = this.peek(1 + braced);
    return (isChar(digit, "0") || isChar(digit, "1")) && (!braced || isChar(this.peek(3), "}"));
  }

  private ones(face: Atom): void {
    const braced = isChar(this.atom, "{");
    if (braced) this.take();
    const digit = this.take();
    const span = cover(face, braced ? this.take() : digit);
    if (digit.value === "0" && !isChar(this.atom, "_")) {
      this.number("0", span);
      return;
    }
    this.wholeWord(digit.value === "0" ? "zeros" : "ones", span);
    this.mark("(", span);
    if (isChar(this.atom, "_")) this.sizes();
    this.mark(")", span);
  }

  /** `_n`, `_{n}`, `_{m \times n}` behind `\mathbf{1}`. */
  private sizes(): void {
    this.take();
    if (!isChar(this.atom, "{")) {
      this.single();
      return;
    }
    const opening = this.take();
    this.nested(() => {
      this.stretch((a) => isCommand(a, "times"));
      while (isCommand(this.atom, "times")) {
        this.mark(",", this.take());
        this.stretch((a) => isCommand(a, "times"));
      }
    });
    this.closeGroup(opening);
  }

  private fraction(atom: Atom): void {
    this.mark("(", atom);
    this.argument(atom);
    this.mark("/", atom);
    this.argument(atom);
    this.mark(")", atom);
  }

  private root(atom: Atom): void {
    if (!isChar(this.atom, "[")) {
      this.wholeWord("sqrt", atom);
      this.argument(atom);
      return;
    }
    const opening = this.take();
    const from = this.tokens.length;
    this.nested(() => this.stretch((a) => isChar(a, "]")));
    if (!isChar(this.atom, "]")) refuse("syntax", "unclosed-bracket", { bracket: "[" }, opening);
    this.take();
    const degree = this.tokens.splice(from);
    this.mark("(", atom);
    this.argument(atom);
    this.mark("^", atom);
    for (const text of ["(", "1", "/", "("]) text === "1" ? this.number(text, atom) : this.mark(text, atom);
    this.tokens.push(...degree);
    for (const text of [")", ")", ")"]) this.mark(text, atom);
  }

  private placeholder(atom: Atom): void {
    if (isChar(this.atom, "[")) while (this.atom.kind !== "end" && !isChar(this.take(), "]"));
    if (!isChar(this.atom, "{") || isChar(this.peek(1), "}")) refuse("syntax", "empty-placeholder", {}, atom);
    this.group(this.take(), "(", ")");
  }

  /** `\sum_{k}`, `\sum_{ij}`, `\sum_{k=1}^{n}`: a mark, the index, and the range in braces where it is given. */
  private sum(atom: Atom): void {
    if (!isChar(this.atom, "_")) refuse("syntax", "needs-argument", { name: "\\sum" }, atom);
    this.take();
    const indices = this.sumIndices();
    const from = this.tokens.length;
    if (isChar(this.atom, "^")) this.upTo(this.take());
    const range = this.tokens.splice(from);
    for (const index of indices) {
      this.mark("\\sum", atom);
      this.wholeWord(index.name, index);
      this.tokens.push(...range);
    }
  }

  private sumIndices(): readonly Base[] {
    const opening = this.atom;
    const braced = isChar(opening, "{");
    if (braced) this.take();
    const indices: Base[] = [];
    do {
      const index = this.base();
      if (!index) refuse("syntax", "bad-subscript", { name: this.atom.value }, this.atom);
      indices.push(index);
      if (braced && isChar(this.atom, ",")) this.take();
    } while (braced && !isChar(this.atom, "=") && !isChar(this.atom, "}"));
    if (braced && isChar(this.atom, "=")) this.fromOne();
    if (braced) this.closeGroup(opening);
    return indices;
  }

  /** The lower end of a sum's range, which must be 1. */
  private fromOne(): void {
    this.take();
    if (!isChar(this.atom, "1")) refuse("syntax", "bad-subscript", { name: this.atom.value }, this.atom);
    this.take();
  }

  private upTo(mark: Atom): void {
    if (isChar(this.atom, "{")) {
      this.group(this.take(), "{", "}");
      return;
    }
    if (this.atom.kind === "end") refuse("syntax", "missing-operand", { operator: "^" }, mark);
    this.mark("{", mark);
    this.single();
    this.mark("}", mark);
  }

  // ── environments ──────────────────────────────────────────────────────────

  private environmentName(): string {
    if (!isChar(this.atom, "{")) refuse("syntax", "unexpected-token", { found: this.atom.value }, this.atom);
    this.take();
    let name = "";
    while (isLetter(this.atom) || isChar(this.atom, "*")) name += this.take().value;
    if (!isChar(this.atom, "}")) refuse("syntax", "unexpected-token", { found: this.atom.value }, this.atom);
    this.take();
    return name;
  }

  private environment(begin: Atom): void {
    const name = this.environmentName();
    const kind = name === "cases" ? "cases" : "matrix";
    if (kind === "matrix" && !matrices.has(name))
      refuse("syntax", "unknown-command", { name: `\\begin{${name}}` }, begin);
    if (name === "array" && isChar(this.atom, "{")) while (this.atom.kind !== "end" && !isChar(this.take(), "}"));
    if (kind === "matrix") this.mark("(", begin);
    this.mark(kind === "cases" ? "\\cases" : "[", begin);
    this.tables.push(kind);
    this.nested(() => this.stretch(() => false));
    this.tables.pop();
    if (!isCommand(this.atom, "end")) refuse("syntax", "unclosed-bracket", { bracket: `\\begin{${name}}` }, begin);
    const end = this.take();
    if (this.environmentName() !== name) refuse("syntax", "unclosed-bracket", { bracket: `\\begin{${name}}` }, begin);
    const last = this.tokens[this.tokens.length - 1];
    if (last?.kind === "mark" && (last.text === ";" || (kind === "cases" && last.text === ","))) this.tokens.pop();
    this.mark("]", end);
    if (kind === "matrix") this.mark(")", end);
  }

  private cell(atom: Atom): void {
    const table = this.tables[this.tables.length - 1];
    if (!table) refuse("syntax", "unexpected-token", { found: "&" }, atom);
    const last = this.tokens[this.tokens.length - 1];
    if (!(table === "cases" && last?.text === ",")) this.mark(",", atom);
    if (table === "cases") this.conditionWord();
  }

  /** `if`, `for` and `otherwise` before or for a condition. */
  private conditionWord(): void {
    const mark = this.at;
    while (ignored.has(this.atom.value) && this.atom.kind === "command") this.take();
    const word = this.base();
    const said = word?.name.toLowerCase().replace(/[^a-z]/g, "");
    if (word && (said === "otherwise" || said === "else")) this.mark("\\otherwise", word);
    else if (!(said === "if" || said === "for" || said === "when")) this.at = mark;
  }

  private line(atom: Atom): void {
    if (this.tables.length === 0) refuse("syntax", "unexpected-token", { found: "\\\\" }, atom);
    if (isChar(this.atom, "[")) while (this.atom.kind !== "end" && !isChar(this.take(), "]"));
    const last = this.tokens[this.tokens.length - 1];
    if (last?.text === "," && this.tables[this.tables.length - 1] === "cases") this.tokens.pop();
    this.mark(";", atom);
  }
}

/** Cuts LaTeX into the tokens of the text form; the last is the end. */
export function tokenizeLatex(source: string, vocabulary: Vocabulary): Result<readonly Token[], Complaint> {
  try {
    return ok(new Translation(source, vocabulary).all());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.complaint);
    throw error;
  }
}
