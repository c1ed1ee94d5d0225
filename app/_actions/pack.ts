"use server";

import { revalidatePath } from "next/cache";
import { viewer } from "@/lib/auth";
import { importPack, lookThroughPack, type PackStep, type PackView } from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** A pack between looking it through and importing it. */
export interface PackState {
  /** The file's name and text, so that it need not be chosen twice. */
  readonly name?: string;
  readonly text?: string;
  readonly pack?: PackView;
  readonly imported?: { readonly made: number; readonly changed: number };
  readonly complaint?: string;
}

const largest = 2_000_000;
const pastedName = "pasted.yaml";

/** The form as it is without scripts: looks a pack through, or imports it. */
export async function sendPack(before: PackState, form: FormData): Promise<PackState> {
  const chosen = await fileOf(form, before);
  if ("complaint" in chosen) return chosen;
  const steps = () => readPackInSteps(chosen.name, chosen.text, textOf(form, "intent") === "import");
  return guarded(
    async () => {
      let state: PackState = chosen;
      for await (const step of await steps()) state = stateAfter(state, step);
      return state;
    },
    (complaint) => ({ ...chosen, complaint }),
  );
}

type Chosen = { readonly name: string; readonly text: string };

async function fileOf(form: FormData, before: PackState): Promise<Chosen | { readonly complaint: string }> {
  const file = form.get("file");
  const pasted = textOf(form, "text");
  if (file instanceof File && file.size > 0) {
    if (file.size > largest) return { complaint: "A pack has at most 2,000,000 characters, this one has more." };
    return { name: file.name, text: await file.text() };
  }
  if (pasted.trim() !== "") return { name: textOf(form, "name") || before.name || pastedName, text: pasted };
  return { complaint: "Choose a file, or paste a pack." };
}

function stateAfter(
  state: PackState,
  step: PackStep | { readonly kind: "refused"; readonly message: string },
): PackState {
  if (step.kind === "refused") return { ...state, complaint: step.message };
  if (step.kind === "looked") return { ...state, pack: step.pack };
  if (step.kind !== "imported") return state;
  return { pack: step.pack, imported: { made: step.made, changed: step.changed } };
}

/** Looks a pack through, or imports it, and says how far it has come. */
export async function readPackInSteps(
  name: string,
  text: string,
  imports: boolean,
): Promise<AsyncIterable<PackStep | { readonly kind: "refused"; readonly message: string }>> {
  const files = [{ path: String(name).slice(0, 200), text: String(text) }];
  const asking = await viewer();
  if (imports) revalidatePath("/", "layout");
  return withRefusal(imports ? importPack(asking, files) : lookThroughPack(asking, files));
}

type Looking = ReturnType<typeof importPack> | ReturnType<typeof lookThroughPack>;

async function* withRefusal(looking: Looking): AsyncGenerator<PackStep | { kind: "refused"; message: string }> {
  for (;;) {
    const step = await looking.next();
    if (!step.done) yield step.value;
    else {
      if (!step.value.ok) yield { kind: "refused", message: step.value.error.message };
      return;
    }
  }
}
