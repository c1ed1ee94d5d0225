import {
  type Complaint,
  type ComplaintCode,
  type ComplaintFacts,
  type ComplaintKind,
  complain,
  type Span,
} from "../base";
import type { Token } from "./tokens";

/** Leaves the reader at the first mistake in the syntax; caught at the reader's door and nowhere else. */
export class Refusal extends Error {
  constructor(readonly complaint: Complaint) {
    super(complaint.what);
  }
}

export function refuse<K extends ComplaintKind>(
  code: ComplaintCode,
  what: K,
  facts: ComplaintFacts[K],
  span: Span,
): never {
  throw new Refusal(complain(code, what, facts, span));
}

/** A place in a list of tokens. */
export class Cursor {
  private at = 0;
  private readonly tokens: Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = [...tokens];
  }

  get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  /** The token before this one. */
  get before(): Token | undefined {
    return this.tokens[this.at - 1];
  }

  peek(ahead: number): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  take(): Token {
    const token = this.token;
    this.at++;
    return token;
  }

  finished(): boolean {
    return this.token.kind === "end";
  }

  is(...marks: readonly string[]): boolean {
    return this.token.kind === "mark" && marks.includes(this.token.text);
  }

  isAhead(ahead: number, mark: string): boolean {
    const token = this.peek(ahead);
    return token.kind === "mark" && token.text === mark;
  }

  /** Takes the mark if it stands here. */
  accept(mark: string): boolean {
    if (!this.is(mark)) return false;
    this.at++;
    return true;
  }

  /** Takes the mark that closes `opening`, or complains at the opening. */
  close(mark: string, opening: Token): Token {
    if (this.is(mark)) return this.take();
    if (this.token.kind === "end") return refuse("syntax", "unclosed-bracket", { bracket: opening.text }, opening);
    return this.unexpected();
  }

  unexpected(): never {
    const token = this.token;
    if (token.kind === "end") return refuse("syntax", "unexpected-end", {}, token);
    return refuse("syntax", "unexpected-token", { found: token.text }, token);
  }

  /** Replaces the token here by its two parts: `||` as `|` and `|`, `TAx` as `T` and `Ax`. */
  split(length: number): void {
    const token = this.token;
    const part = (text: string, letters: Token["letters"], span: Span): Token => ({ ...token, ...span, text, letters });
    const letters = token.letters;
    const cut = (from: number, to: number): Token => {
      const piece = letters.slice(from, to);
      const span = { start: piece[0]?.start ?? token.start, end: piece[piece.length - 1]?.end ?? token.end };
      return part(piece.map((c) => c.value).join(""), piece, span);
    };
    this.tokens.splice(this.at, 1, cut(0, length), cut(length, letters.length));
  }
}
