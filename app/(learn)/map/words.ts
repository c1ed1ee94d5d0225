import { graspWords, percent } from "@/app/_components/grasps";
import { counted } from "@/app/_components/words";
import type { MapTopicView } from "@/lib/services";

/** Where one stands with a topic, in a word or two: what stands in its box. */
export function standingInWords({ grasp, mastery, ready, missing }: MapTopicView): string {
  if (grasp === "new") return ready ? "Ready" : missing.length > 0 ? "Later" : graspWords.new;
  return `${graspWords[grasp]}, ${percent(mastery)}`;
}

/** The same in full: what is read out for a box. */
export function topicInWords(topic: MapTopicView): string {
  const { title, grasp, ready, due } = topic;
  const notes = [
    standingInWords(topic).toLowerCase(),
    ...(ready && grasp !== "new" ? ["ready to go on"] : []),
    ...(due > 0 ? [`${counted(due, "skill")} due for review`] : []),
  ];
  return `${title}: ${notes.join(", ")}`;
}

/** A title in lines of at most so many letters, as far as its words allow. */
export function inLines(title: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
