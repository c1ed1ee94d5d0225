import type { Span } from "../../base";
import type { Character } from "../characters";
import type { Token } from "../tokens";

/** The tokens written so far; each lies where the LaTeX says it. */
export class TokenList {
  private readonly tokens: Token[] = [];

  get all(): readonly Token[] {
    return this.tokens;
  }

  get last(): Token | undefined {
    return this.tokens[this.tokens.length - 1];
  }

  get length(): number {
    return this.tokens.length;
  }

  private spaced = false;

  /** A space that was set on purpose: the next token remembers it. */
  space(): void {
    this.spaced = true;
  }

  private push(token: Token): void {
    this.tokens.push(this.spaced ? { ...token, spaced: true } : token);
    this.spaced = false;
  }

  mark(text: string, span: Span, letters: readonly Character[] = spread(text, span)): void {
    this.push({ kind: "mark", text, letters, start: span.start, end: span.end });
  }

  number(text: string, span: Span, letters: readonly Character[] = []): void {
    this.push({ kind: "number", text, letters, start: span.start, end: span.end });
  }

  /** Letters that each have a place, so that they can be split into names. */
  word(letters: readonly Character[]): void {
    const [first, last] = [letters[0] as Character, letters[letters.length - 1] as Character];
    const text = letters.map((c) => c.value).join("");
    this.push({ kind: "word", text, letters, start: first.start, end: last.end });
  }

  /** A name as one word: all its letters lie where the whole of it was typed. */
  name(name: string, span: Span): void {
    this.word(spread(name, span));
  }

  end(span: Span): void {
    this.push({ kind: "end", text: "", letters: [], start: span.start, end: span.end });
  }

  append(tokens: readonly Token[]): void {
    this.tokens.push(...tokens);
  }

  dropLast(): void {
    this.tokens.pop();
  }

  /** Takes away what `write` writes, to be appended elsewhere. */
  apart(write: () => void): readonly Token[] {
    const from = this.tokens.length;
    write();
    return this.tokens.splice(from);
  }

  /** Forgets all but the first so many tokens. */
  cut(length: number): void {
    this.tokens.length = length;
  }
}

function spread(text: string, span: Span): Character[] {
  return [...text].map((value) => ({ value, start: span.start, end: span.end }));
}
