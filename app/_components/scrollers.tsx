"use client";

import { useEffect } from "react";
import { whenIdle } from "./when-idle";

/**
 * Lets the keyboard reach whatever scrolls sideways (wide formulas, matrices, tables), and only where it does. The parts of a lesson
 * that wait far from the screen are laid out one by one when nothing else is to be done, from the first sign of somebody on.
 */
export function Scrollers() {
  useEffect(() => {
    let frame = 0;
    let idle = false;
    let met = false;
    const mark = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        markAll(boxesIn(document).filter((box) => !box.closest(waiting)));
        showNext();
      });
    };
    const showNext = () => {
      const part = document.querySelector<HTMLElement>(waiting);
      if (!part || idle || !met) return;
      idle = true;
      whenIdle(() => {
        idle = false;
        part.dataset.shown = "";
        markAll(boxesIn(part));
        showNext();
      });
    };
    const meet = () => {
      met = true;
      for (const sign of signs) removeEventListener(sign, meet);
      showNext();
    };
    for (const sign of signs) addEventListener(sign, meet, { passive: true });
    const changes = new MutationObserver(mark);
    changes.observe(document.body, { childList: true, subtree: true });
    window.addEventListener("resize", mark);
    // What is unfolded was nothing wide before; the event of a fold does not bubble.
    document.addEventListener("toggle", mark, true);
    document.fonts.addEventListener("loadingdone", mark);
    mark();
    return () => {
      for (const sign of signs) removeEventListener(sign, meet);
      changes.disconnect();
      window.removeEventListener("resize", mark);
      document.removeEventListener("toggle", mark, true);
      document.fonts.removeEventListener("loadingdone", mark);
      cancelAnimationFrame(frame);
    };
  }, []);
  return null;
}

/** What somebody does first who is there. */
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "scroll"] as const;

/** Parts of a lesson that content.css leaves out as long as they are far from the screen. */
const waiting = ".lesson > :not([data-shown])";

function boxesIn(place: ParentNode): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(".scroll-x, .prose > p")];
}

function markAll(boxes: readonly HTMLElement[]): void {
  // All are measured before any is changed, so that the page is laid out once.
  const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth + 1);
  for (const [at, box] of boxes.entries()) {
    if (scrolls[at] === box.hasAttribute("tabindex")) continue;
    if (scrolls[at]) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}
