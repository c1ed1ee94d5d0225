import type { MathfieldElement } from "mathlive";
import type { Declarations } from "@/lib/shape";
import { shortcutsFor } from "./shortcuts";

/** Makes an editor for formulas in these names. Its letters are those of the page, so nothing else is fetched. */
export async function makeField(names: Declarations, label: string): Promise<MathfieldElement> {
  // Taken whole: on a server the package gives another module.
  const mathlive = await import("mathlive");
  const { MathfieldElement } = mathlive;
  MathfieldElement.fontsDirectory = null;
  MathfieldElement.soundsDirectory = null;
  const field = new MathfieldElement({
    inlineShortcuts: shortcutsFor(names),
    smartFence: true,
    smartMode: false,
    smartSuperscript: true,
    mathVirtualKeyboardPolicy: "auto",
    popoverPolicy: "off",
    environmentPopoverPolicy: "off",
  });
  field.setAttribute("aria-label", label);
  field.addEventListener("keydown", sendOnEnter, { capture: true });
  // Its menu offers what an answer has no use for.
  field.addEventListener("mount", () => {
    field.menuItems = [];
  });
  return field;
}

function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.isComposing || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.closest("form")?.requestSubmit();
}
