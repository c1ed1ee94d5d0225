import { type Terms, type Times, worthOverTime } from "../../assess";
import type { LoadedAssignment } from "./rows";
import { termsOf } from "./terms";
import type { CourseNameView, RulesView, TimesView, WorthView } from "./views";

/** Times and rules, written out. */

export function timesView({ opensAt, dueAt, closesAt }: Times): TimesView {
  return { opensAt: new Date(opensAt), dueAt: new Date(dueAt), closesAt: new Date(closesAt) };
}

export function worthView(terms: Terms): readonly WorthView[] {
  return worthOverTime(terms).map(({ from, until, percent }) => ({
    from: new Date(from),
    until: new Date(until),
    percent,
  }));
}

export function courseName({ id, title, term, timeZone }: LoadedAssignment["course"]): CourseNameView {
  return { id, title, term, timeZone };
}

export function rulesView(assignment: LoadedAssignment): RulesView {
  const { attempts, shownOpen, shownClosed, hints, sendsDrafts, graceSeconds } = assignment;
  const lateSteps = termsOf(assignment).lateSteps.map(({ hours, percent }) => ({ hours, percent }));
  return { attempts, shownOpen, shownClosed, hints, sendsDrafts, graceSeconds, lateSteps };
}
