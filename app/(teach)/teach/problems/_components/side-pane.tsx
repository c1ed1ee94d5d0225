"use client";

import type { ProblemDraft } from "@/lib/services";
import type { EditorActions, ShownLook } from "./editor-state";
import { Offer, TruthOffer, TypicalOffer, VariantsOffer } from "./offers";
import { StudentPane } from "./student-pane";

interface Props {
  look: ShownLook | undefined;
  draft: ProblemDraft;
  problemId: string;
  variant: number;
  setVariant: (variant: number) => void;
  tryAnswer: EditorActions["tryAnswer"];
  onTake: (answer: string, slip: string) => void;
}

/** What comes of the form: what a student sees, and what the platform knows about it. */
export function SidePane({ look, draft, problemId, variant, setVariant, tryAnswer, onTake }: Props) {
  const hasVariants = (look?.variantCount ?? 1) > 1;
  return (
    <aside aria-label="What comes of it" className="min-w-0 lg:border-l lg:border-line lg:pl-10">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="heading text-[1.125rem]">What a student sees</h2>
        {hasVariants && <VariantChoice variant={variant} setVariant={setVariant} />}
      </div>
      {look?.student ? (
        <StudentPane
          student={look.student}
          draft={draft}
          problemId={problemId}
          variant={variant}
          tryAnswer={tryAnswer}
        />
      ) : (
        <p className="text-[0.9375rem] text-soft">
          {draft.function === "" && draft.reference === ""
            ? "Say what is differentiated by what. The derivative is found for you, and shown here."
            : "The problem cannot be read yet. The marked fields say why."}
        </p>
      )}
      <div className="mt-8">
        {look?.truth && (
          <Offer title="The derivative" open>
            <TruthOffer truth={look.truth} />
          </Offer>
        )}
        {look && look.typical.length > 0 && (
          <Offer title={`Typical wrong answers (${look.typical.length})`} open>
            <TypicalOffer typical={look.typical} taken={draft.spoiled} onTake={onTake} />
          </Offer>
        )}
        {look?.truth && look.typical.length === 0 && (
          <p className="hint border-t border-line py-3">
            Type a right answer, and the wrong ones that students typically give appear here with what they would read.
          </p>
        )}
        {look && look.variants.length > 0 && (
          <Offer title={`Three of ${look.variantCount.toLocaleString("en")} variants`}>
            <VariantsOffer variants={look.variants} />
          </Offer>
        )}
      </div>
    </aside>
  );
}

function VariantChoice({ variant, setVariant }: Pick<Props, "variant" | "setVariant">) {
  return (
    <fieldset className="flex items-center gap-1.5">
      <legend className="sr-only">Variant</legend>
      {[0, 1, 2].map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === variant}
          onClick={() => setVariant(each)}
          className={`button min-h-8 px-2.5 py-1 text-[0.875rem] ${each === variant ? "button-main" : ""}`}
        >
          Variant {each + 1}
        </button>
      ))}
    </fieldset>
  );
}
