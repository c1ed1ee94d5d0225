import { type FieldChange, fieldLabels } from "./draft-fields";

/** Fields that have changed, each with the words that went and that came. */
export function MarkedChanges({ changes }: { changes: readonly FieldChange[] }) {
  if (changes.length === 0) return <p className="text-soft">Both say the same.</p>;
  return (
    <dl className="divide-y divide-line border-y border-line">
      {changes.map((change) => (
        <div key={change.field} className="grid grid-cols-1 gap-x-6 gap-y-1 py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-[0.9375rem] font-medium">{fieldLabels[change.field]}</dt>
          <dd className="min-w-0">
            <MarkedPieces pieces={change.pieces} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with what went struck through and what came underlined. */
export function MarkedPieces({ pieces }: Pick<FieldChange, "pieces">) {
  return (
    <p className="max-h-80 overflow-y-auto font-mono text-[0.875rem] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
      {pieces.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
        if (kind === "same") return <span key={index}>{text}</span>;
        return kind === "removed" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <del key={index} className="bg-bad-wash text-bad">
            {text}
          </del>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ins key={index} className="bg-good-wash text-good">
            {text}
          </ins>
        );
      })}
    </p>
  );
}
