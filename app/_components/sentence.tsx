/** A sentence with code between backticks, as the grader writes it. */
export function Sentence({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
      <code key={index} className="source whitespace-pre-wrap [overflow-wrap:anywhere]">
        {part}
      </code>
    ),
  );
}

/** The same sentence for reading out. */
export function plain(text: string): string {
  return text.replaceAll("`", "");
}
