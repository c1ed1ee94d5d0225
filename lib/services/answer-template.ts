import { type Drawn, fillTemplate, parametersOf, renameFormula, renamingOf } from "../problems";

/** A number or a name in the notation of the language. */
const word = /(?<![\p{L}\p{N}_.@])(?:\d+(?:\.\d+)?|\p{L}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_.])/gu;

/**
 * An answer with `@name` in the place of what was drawn and with the problem's own names, so that answers to different variants can be
 * told to be the same. Of two parameters with one value the first stands for both.
 */
export function templateOf(text: string, drawn: Drawn | null): string {
  if (!drawn) return text;
  const back = new Map([...renamingOf(drawn)].map(([from, to]) => [to, from]));
  const values = Object.entries(parametersOf(drawn)).map(([name, value]) => [String(value), name] as const);
  const names = new Map(values.reverse());
  return renameFormula(text, back).replace(word, (found) => {
    const name = names.get(found);
    return name === undefined ? found : `@${name}`;
  });
}

/** The answer that a template stands for where this was drawn. */
export function fromTemplate(template: string, drawn: Drawn | null): string {
  if (!drawn) return template;
  const { words } = fillTemplate({ problem: {}, words: template }, parametersOf(drawn));
  return renameFormula(words, renamingOf(drawn));
}
