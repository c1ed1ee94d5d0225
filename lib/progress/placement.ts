import type { Estimates } from "./estimates";
import type { Node } from "./layers";
import type { Skill } from "./skill";

/** What came of a question about a topic. */
export interface PlacementAnswer {
  readonly topicId: string;
  readonly right: boolean;
}

/** Nobody is asked more. */
export const mostQuestions = 12;

interface Judged {
  readonly known: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
}

/**
 * What the answers say of all topics: who knows a topic knows what it builds on, and who does not know it does not know what
 * builds on it. Where both would hold of a topic, the right answer counts.
 */
export function judged(nodes: readonly Node[], answers: readonly PlacementAnswer[]): Judged {
  const known = new Set<string>();
  const unknown = new Set<string>();
  for (const { topicId, right } of answers)
    for (const id of right ? below(nodes, topicId) : above(nodes, topicId)) (right ? known : unknown).add(id);
  for (const id of known) unknown.delete(id);
  return { known, unknown };
}

/** A topic and all that it builds on. */
function below(nodes: readonly Node[], id: string): ReadonlySet<string> {
  return reach(id, (each) => nodes.find((node) => node.id === each)?.needs ?? []);
}

/** A topic and all that builds on it. */
function above(nodes: readonly Node[], id: string): ReadonlySet<string> {
  return reach(id, (each) => nodes.filter(({ needs }) => needs.includes(each)).map((node) => node.id));
}

function reach(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

/**
 * The topic to ask about next: the one whose answer says most of what is still open, whichever way it comes out. Nothing
 * where nothing is open, or enough was asked.
 */
export function nextQuestion(nodes: readonly Node[], answers: readonly PlacementAnswer[]): string | null {
  if (answers.length >= mostQuestions) return null;
  const { known, unknown } = judged(nodes, answers);
  const isOpen = (id: string) => !known.has(id) && !unknown.has(id);
  const open = nodes.filter(({ id }) => isOpen(id));
  const says = ({ id }: Node) =>
    Math.min(...[below(nodes, id), above(nodes, id)].map((ids) => [...ids].filter(isOpen).length));
  const worth = open.map((node) => ({ id: node.id, says: says(node) }));
  const most = Math.max(...worth.map((each) => each.says));
  return worth.find((each) => each.says === most)?.id ?? null;
}

/** What is taken of a skill of a topic that somebody was placed above: likely there, and hardly seen. */
const placed: Skill = { level: 0.2, seen: 0.5 };

/** The estimates with these skills in it, where as little was known of them before. */
export function placeSkills(estimates: Estimates, skills: readonly string[]): Estimates {
  const after = new Map(estimates);
  for (const id of skills) {
    const before = estimates.get(id);
    if (!before || before.skill.seen < placed.seen) after.set(id, { skill: placed, review: before?.review ?? null });
  }
  return after;
}
