import { isSyntax } from "@/app/_components/fields/writing";
import type { PlaygroundInput } from "@/lib/services";

type Query = Readonly<Record<string, string | string[] | undefined>>;

export const emptyInput: PlaygroundInput = { function: "", variables: "", wrt: "", at: "", answer: "", syntax: "text" };

/** What an address asks the playground. Variables may be one `v` a line, or all lines in one. */
export function readPlaygroundQuery(query: Query): PlaygroundInput {
  const all = (name: string): readonly string[] => [query[name] ?? []].flat();
  const one = (name: string): string => lines(all(name)[0] ?? "");
  const syntax = one("syntax");
  return {
    function: one("f"),
    variables: lines(all("v").join("\n")),
    wrt: one("wrt"),
    at: one("at"),
    answer: one("answer"),
    syntax: isSyntax(syntax) ? syntax : "text",
  };
}

/** A form sends its line breaks as two characters. */
const lines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** The address that asks this; what is left empty is left out. */
export function playgroundAddress(input: PlaygroundInput): string {
  const query = new URLSearchParams();
  const put = (name: string, text: string): void => {
    if (text.trim() !== "") query.append(name, text.trim());
  };
  put("f", input.function);
  for (const line of input.variables.split("\n")) put("v", line);
  put("wrt", input.wrt);
  put("at", input.at);
  put("answer", input.answer);
  if (input.answer.trim() !== "" && input.syntax !== "text") query.append("syntax", input.syntax);
  const text = query.toString();
  return text === "" ? "/playground" : `/playground?${text}`;
}
