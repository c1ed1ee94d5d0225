const policies = [
  { value: "either", label: "Either layout", means: "right in one of the two is right" },
  { value: "numerator", label: "Numerator layout", means: "a gradient is a row" },
  { value: "denominator", label: "Denominator layout", means: "a gradient is a column" },
  { value: "mixed", label: "Mixed", means: "gradients are columns, all else is in numerator layout" },
] as const;

/** Which layout an answer must have. The verdict reports both in any case. */
export function PolicyChoice({ chosen }: { chosen: string }) {
  return (
    <fieldset>
      <legend className="label">Layout</legend>
      <div key={chosen} className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
        {policies.map(({ value, label, means }) => (
          <label key={value} className="flex items-start gap-2.5 py-1.5">
            <input
              type="radio"
              name="policy"
              value={value}
              defaultChecked={value === (chosen || "either")}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {label} <span className="hint block">{means}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
