import type { MathfieldElement } from "mathlive";
import type { Declarations } from "@/lib/shape";
import { keyboardFor } from "./keyboard";
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
  window.mathVirtualKeyboard.layouts = keyboardFor(names);
  const makeRoom = () => makeRoomFor(field);
  window.mathVirtualKeyboard.addEventListener("geometrychange", makeRoom);
  field.addEventListener("unmount", () => window.mathVirtualKeyboard.removeEventListener("geometrychange", makeRoom));
  field.setAttribute("aria-label", label);
  field.addEventListener("keydown", sendOnEnter, { capture: true });
  field.addEventListener("beforeinput", sendOnLineBreak);
  // Its menu offers what an answer has no use for.
  field.addEventListener("mount", () => {
    field.menuItems = [];
  });
  return field;
}

/** Keeps the keyboard on the screen from covering the field and what is read of it. */
function makeRoomFor(field: HTMLElement): void {
  const { visible, boundingRect } = window.mathVirtualKeyboard;
  const room = visible ? `${boundingRect.height}px` : "";
  document.documentElement.style.scrollPaddingBottom = room;
  document.body.style.paddingBottom = room;
  if (visible) field.closest(".answer-frame")?.scrollIntoView({ block: "nearest" });
}

function sendOnEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && !event.isComposing) send(event);
}

/** What the keyboard on the screen says with its key "Check". */
function sendOnLineBreak(event: InputEvent): void {
  if (event.inputType === "insertLineBreak") send(event);
}

function send(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.closest("form")?.requestSubmit();
}
