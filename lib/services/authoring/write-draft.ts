import type { ProblemRecord } from "../../problems";
import { type Prisma, storable } from "../../store";
import { recordOf } from "../instances";
import type { ProblemDraft, VariableDraft } from "../views";

type Version = Prisma.ProblemVersionGetPayload<object>;

/** A published version as its author would have typed it. */
export function draftOfVersion(version: Version, topicId: string | null): ProblemDraft {
  const record = recordOf(version, null);
  const answers = version.answers as { numerator?: string; denominator?: string };
  return {
    title: version.title,
    topicId: topicId ?? "",
    statement: version.statement,
    variables: Object.entries(record.variables).map(([name, variable]) => variableText(name, variable)),
    function: record.function ?? "",
    wrt: record.wrt ?? "",
    policy: version.policy,
    sampleAnswer: answers.denominator ?? answers.numerator ?? "",
  };
}

function variableText(name: string, { shape, assume = [] }: ProblemRecord["variables"][string]): VariableDraft {
  return { name, shape: shape.join(" x "), assume: assume.join(", ") };
}

/** Field by field, so that nothing is kept that a draft does not have. */
export function storableDraft(draft: ProblemDraft): ProblemDraft {
  return {
    title: storable(draft.title),
    topicId: storable(draft.topicId),
    statement: storable(draft.statement),
    variables: draft.variables.map(({ name, shape, assume }) => ({
      name: storable(name),
      shape: storable(shape),
      assume: storable(assume),
    })),
    function: storable(draft.function),
    wrt: storable(draft.wrt),
    policy: storable(draft.policy),
    sampleAnswer: storable(draft.sampleAnswer),
  };
}

export function isSameDraft(one: ProblemDraft, other: ProblemDraft): boolean {
  return JSON.stringify(storableDraft(one)) === JSON.stringify(storableDraft(other));
}
