const longestShown = 300;

/** An answer as it was typed; only the beginning of a very long one. */
export function AnswerText({ text }: { text: string }) {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return <code className="block whitespace-pre-wrap font-mono text-[0.9375rem] [overflow-wrap:anywhere]">{shown}</code>;
}
