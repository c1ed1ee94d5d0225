import Link from "next/link";
import { undeclaredNames } from "@/lib/feedback";
import type { PlaygroundInput } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { playgroundAddress } from "./query";

interface Props {
  typed: PlaygroundInput;
  names: Declarations;
  onDeclare: (part: Pick<PlaygroundInput, "variables">) => void;
}

/** One press declares a name that the function uses; without scripts it is a link to the page with the line added. */
export function Declare({ typed, names, onDeclare }: Props) {
  const undeclared = undeclaredNames(typed.function, names);
  if (undeclared.length === 0) return null;
  const likely = undeclared.flatMap(({ lines: [first] }) => first?.line ?? []);
  const withLines = (added: readonly string[]) => ({
    variables: [typed.variables.trimEnd(), ...added].filter((line) => line !== "").join("\n"),
  });
  const option = (added: readonly string[], words: string) => (
    <Link
      key={added.join()}
      href={playgroundAddress({ ...typed, ...withLines(added) })}
      prefetch={false}
      onClick={(event) => {
        event.preventDefault();
        onDeclare(withLines(added));
      }}
      className="button min-h-8 px-2.5 py-1 text-[0.875rem] font-normal"
    >
      {words}
    </Link>
  );
  return (
    <section aria-label="Names that are not declared" className="space-y-2 border-l-3 border-edge bg-raised px-4 py-3">
      {undeclared.map(({ name, lines }) => (
        <div key={name} className="flex flex-wrap items-center gap-2 text-[0.9375rem]">
          <span>
            <code className="source">{name}</code> is
          </span>
          {lines.map(({ line, means }) => option([line], means))}
        </div>
      ))}
      {undeclared.length > 1 && option(likely, `Declare all: ${likely.join(", ")}`)}
    </section>
  );
}
