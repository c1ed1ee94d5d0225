import { followCode } from "@/app/_actions/people";
import { Field } from "./field";

/** Takes a course's code. */
export function JoinForm({ code = "" }: { code?: string }) {
  return (
    <form action={followCode}>
      <Field
        name="code"
        label="Code of the course"
        required
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={code}
        placeholder="ACDE-3467"
        hint="Eight letters and digits, large or small. Your instructor has it."
        className="field-mono tracking-wider uppercase"
      />
      <button type="submit" className="button button-main mt-5">
        Go on
      </button>
    </form>
  );
}
