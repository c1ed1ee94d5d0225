import type { Viewer } from "../../auth";
import { type Lesson, nextProblem } from "../../progress";
import { type LoadedTopic, problemSummary } from "../catalogue";
import type { Standings } from "../standings";
import type { NowView } from "./views";

interface Where {
  readonly standings: Standings;
  /** The topic of the last answer. */
  readonly busyWith: string | null;
}

/** A problem of the topic that one was busy with, or else of the next that is ready. */
export function chooseProblem(
  viewer: Viewer,
  topics: readonly LoadedTopic[],
  lessons: readonly Lesson[],
  { standings, busyWith }: Where,
): Extract<NowView, { readonly what: "problem" }> | null {
  const chosen = nextProblem(lessons, busyWith);
  const topic = topics.find(({ id }) => id === chosen?.topicId);
  const problem = topic?.problems.find(({ id }) => id === chosen?.problemId);
  if (!topic || !problem) return null;
  return {
    what: "problem",
    why: topic.id === busyWith ? "in-progress" : "ready",
    problem: problemSummary(viewer, problem, standings),
    topic: { id: topic.id, title: topic.title },
  };
}
