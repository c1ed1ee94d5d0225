import type { ItemStatistics } from "../../assess";
import type { StatisticsView } from "./views";

/** The statistics of a problem that nobody has tried. */
export function noWork(problemId: string): ItemStatistics {
  return { problemId, students: 0, first: null, end: null, discrimination: null, attempts: null, seconds: null };
}

export function itemView(item: ItemStatistics, title: string): StatisticsView {
  const { problemId, students, first, end, discrimination, attempts, seconds } = item;
  return { problemId, title, students, first, end, discrimination, attempts, seconds };
}
