"use client";

import { useEffect } from "react";

/** Lets the keyboard reach whatever scrolls sideways (wide formulas, matrices, tables), and only where it does. */
export function Scrollers() {
  useEffect(() => {
    let frame = 0;
    let rest: HTMLElement[] = [];
    const mark = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const boxes = [...document.querySelectorAll<HTMLElement>(".scroll-x, .prose > p")];
        markAll(boxes.filter(isLaidOut));
        rest = boxes.filter((box) => !isLaidOut(box));
        markRest();
      });
    };
    // What is far from the screen is laid out by being measured: a little at a time, when nothing else is to be done.
    const markRest = () => {
      if (rest.length > 0)
        whenIdle(() => {
          markAll(rest.splice(0, atOnce));
          markRest();
        });
    };
    const changes = new MutationObserver(mark);
    changes.observe(document.body, { childList: true, subtree: true });
    window.addEventListener("resize", mark);
    // What is unfolded was nothing wide before; the event of a fold does not bubble.
    document.addEventListener("toggle", mark, true);
    document.fonts.addEventListener("loadingdone", mark);
    mark();
    return () => {
      changes.disconnect();
      window.removeEventListener("resize", mark);
      document.removeEventListener("toggle", mark, true);
      document.fonts.removeEventListener("loadingdone", mark);
      cancelAnimationFrame(frame);
      rest = [];
    };
  }, []);
  return null;
}

const atOnce = 4;

/** Browsers that cannot say it lay everything out. */
function isLaidOut(box: HTMLElement): boolean {
  return box.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
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

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 50);
}
