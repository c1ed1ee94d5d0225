import { type Typed, typedOf } from "@/app/_components/fields/typed";
import { isWriting, type Writing } from "@/app/_components/fields/writing";

/** An answer on its way: as a form has it, and as JSON carries it. */
export interface GivenAnswer {
  /** What is answered: a problem in practice, or one that was assigned. */
  readonly problemId?: string;
  readonly assignedId?: string;
  readonly versionId: string;
  /** Names the variant, as the page had it. */
  readonly variant: string;
  /** What stands in the fields, by their names. */
  readonly fields: Typed;
  /** Absent where there is no choice of it. */
  readonly writing?: Writing;
  /** The same answer sent twice with one key is stored once. */
  readonly idempotencyKey: string;
}

/** What a form says of the answer in it. */
export function givenOf(form: FormData): GivenAnswer {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const writing = text("writing");
  return {
    problemId: text("problemId"),
    assignedId: text("assignedId"),
    versionId: text("versionId") ?? "",
    variant: text("variant") ?? "",
    fields: typedOf(form),
    ...(isWriting(writing) && { writing }),
    idempotencyKey: text("idempotencyKey") ?? "",
  };
}
