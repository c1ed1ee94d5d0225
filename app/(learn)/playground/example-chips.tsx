import Link from "next/link";
import type { PlaygroundInput } from "@/lib/services";
import { examples } from "./examples";
import { playgroundAddress } from "./query";

/** Functions to begin with: a press fills the form and shows what comes of it. */
export function ExampleChips({ onChoose }: { onChoose: (input: PlaygroundInput) => void }) {
  return (
    <nav aria-label="Examples">
      <p className="eyebrow mb-2">Begin with an example</p>
      <ul className="flex flex-wrap gap-2">
        {examples.map(({ title, input }) => (
          <li key={title}>
            <Link
              href={playgroundAddress(input)}
              prefetch={false}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onChoose(input);
              }}
              className="button min-h-9 px-3 py-1 text-[0.875rem] font-normal"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
