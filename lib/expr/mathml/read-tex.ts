import { type Box, delimited, fraction, letter, name, operator, root, row, scripted, space, table } from "./box";
import { delimiters, greekLetters, operatorSigns, uprights } from "./signs";

const tokens = /\\[A-Za-z]+|\\[^A-Za-z]|\d+(?:\.\d*)?|\.\d+|\s+|./gsu;

/** Reads the TeX that `toTex` prints, and no other, as MathML. */
export class TexReader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(tex: string) {
    this.tokens = (tex.match(tokens) ?? []).filter((token) => token.trim() !== "");
  }

  /** What stands before any of these tokens, or before the end. */
  row(...ends: readonly string[]): Box {
    const boxes: Box[] = [];
    while (this.at < this.tokens.length && !ends.includes(this.tokens[this.at] ?? "")) boxes.push(this.item());
    return row(boxes);
  }

  private next(): string {
    return this.tokens[this.at++] ?? "";
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private item(): Box {
    const base = this.base();
    let below: Box | undefined;
    let above: Box | undefined;
    for (;;) {
      if (this.take("_")) below = this.base();
      else if (this.take("^")) above = this.base();
      else return scripted(base, below, above);
    }
  }

  private group(): Box {
    this.take("{");
    const inner = this.row("}");
    this.take("}");
    return inner;
  }

  /** The letters of a group as they stand. */
  private words(): string {
    this.take("{");
    let text = "";
    while (this.at < this.tokens.length && !this.take("}")) text += this.next();
    return text;
  }

  private base(): Box {
    const token = this.next();
    if (token === "{") {
      this.at--;
      return this.group();
    }
    if (token.startsWith("\\")) return this.command(token.slice(1));
    if (/^[\d.]/.test(token)) return letter(`<mn>${token}</mn>`);
    const sign = operatorSigns[token];
    return sign === undefined ? letter(`<mi>${escaped(token)}</mi>`) : operator(sign);
  }

  private command(command: string): Box {
    if (command === ",") return space;
    const italic = greekLetters[command];
    if (italic) return letter(`<mi>${italic}</mi>`);
    const sign = operatorSigns[command];
    if (sign) return command === "sum" ? letter(`<mo class="size1">${sign}</mo>`) : operator(sign);
    switch (command) {
      case "frac":
        return fraction(this.group(), this.group());
      case "sqrt":
        return root(this.group());
      case "left":
        return this.delimited();
      case "begin":
        return this.environment(this.words());
      case "text":
        return letter(`<mtext>${spaced(this.words())}</mtext>`);
      case "mathbf":
        return letter(`<mn class="bold">${escaped(this.words())}</mn>`);
      case "operatorname":
      case "mathrm":
        return name(escaped(this.words()));
      default:
        return name(uprights[command] ?? escaped(command));
    }
  }

  private delimited(): Box {
    const open = this.delimiter();
    const inner = this.row("\\right");
    this.take("\\right");
    return delimited(open, inner, this.delimiter());
  }

  private delimiter(): string {
    return delimiters[this.next().replace("\\", "")] ?? "";
  }

  private environment(kind: string): Box {
    const rows: Box[][] = [[]];
    while (this.at < this.tokens.length && !this.take("\\end")) {
      rows.at(-1)?.push(this.row("&", "\\\\", "\\end"));
      this.take("&");
      if (this.take("\\\\")) rows.push([]);
    }
    this.words();
    return table(rows, kind);
  }
}

/** "if" and "otherwise" keep their distance. */
function spaced(words: string): string {
  return words === "if" ? "if&#160;" : escaped(words);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
