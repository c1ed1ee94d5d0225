import { topicProgress } from "./mastery";
import { type Standing, stateOf } from "./standing";

/** A topic with its problems in order, as far as choosing sees it. */
export interface Lesson {
  readonly topicId: string;
  readonly needs: readonly string[];
  /** Known well enough, whatever was solved of it here. */
  readonly known?: boolean;
  readonly problems: readonly {
    readonly id: string;
    readonly difficulty: number | null;
    readonly standing: Standing;
  }[];
}

/** Enough of a topic to go on with those that need it. */
const enough = 0.5;

/**
 * What to do next: the first unsolved problem of the topic one was busy with; else of the first topic whose needs are met, one
 * that is not known before one that is; else of the first topic that has one. Topics come in teaching order.
 */
export function nextProblem(
  lessons: readonly Lesson[],
  busyWith: string | null,
): { topicId: string; problemId: string } | null {
  const open = lessons.filter((lesson) => firstUnsolved(lesson) !== undefined);
  const ready = open.filter((lesson) => isReady(lesson, lessons));
  const chosen =
    open.find(({ topicId }) => topicId === busyWith) ?? ready.find(({ known }) => !known) ?? ready[0] ?? open[0];
  const problem = chosen && firstUnsolved(chosen);
  return chosen && problem ? { topicId: chosen.topicId, problemId: problem.id } : null;
}

function firstUnsolved({ problems }: Lesson) {
  return problems.find(({ standing }) => stateOf(standing) !== "solved");
}

/** A topic without problems cannot be practised, so it holds nobody up. */
function isReady({ needs }: Lesson, lessons: readonly Lesson[]): boolean {
  return lessons.filter(({ topicId }) => needs.includes(topicId)).every(isEnough);
}

/** Whether somebody can go on to what builds on a topic. */
export function isEnough({ known, problems }: Lesson): boolean {
  return known === true || problems.length === 0 || topicProgress(problems).mastery >= enough;
}
