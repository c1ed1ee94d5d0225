import { readFigure } from "../figures";
import { log } from "../observe";
import { type LessonPart, readParts, type Surroundings } from "../problems";
import { claimView } from "./claims";
import type { ContentView, PartView } from "./content-views";
import { derivationView } from "./derivations";

/** Lessons that were taken apart, by their source: the same ones are read again and again. */
const lessons = new Map<string, ContentView>();
const mostLessons = 200;

/** A lesson, ready for a page. */
export function lessonOf(markdown: string): ContentView {
  const before = lessons.get(markdown);
  if (before) return before;
  const lesson = contentOf(markdown);
  if (lessons.size >= mostLessons) lessons.clear();
  lessons.set(markdown, lesson);
  return lesson;
}

/**
 * Markdown with blocks, ready for a page: formulas as TeX, figures computed. Blocks may leave out what the problem around them
 * says. The bank's check has seen to it that blocks can be read; one that cannot is left out.
 */
export function contentOf(markdown: string, around: Surroundings = {}): ContentView {
  return readParts(markdown).parts.flatMap((part) => partView(part, around));
}

function partView(part: LessonPart, around: Surroundings): readonly PartView[] {
  switch (part.kind) {
    case "prose":
      return [{ kind: "prose", markdown: part.markdown }];
    case "definition":
      return [{ kind: "definition", tex: part.tex }];
    case "claims":
      return [{ kind: "claims", rows: part.rows.map((row) => claimView(row, part, around)) }];
    case "derivation":
      return [derivationView(part, around)];
    case "figure": {
      const figure = readFigure(part.fields);
      if (figure.ok) return [{ kind: "figure", figure: figure.value }];
      log.error({ line: part.line }, "a figure cannot be read");
      return [];
    }
  }
}
