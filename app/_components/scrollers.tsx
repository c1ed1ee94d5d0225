"use client";

import { useEffect } from "react";

/** Lets the keyboard reach whatever scrolls sideways (wide formulas, matrices, tables), and only where it does. */
export function Scrollers() {
  useEffect(() => {
    let frame = 0;
    const mark = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const boxes = [...document.querySelectorAll<HTMLElement>(".scroll-x, .prose > p")];
        // All are measured before any is changed, so that the page is laid out once.
        const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth + 1);
        for (const [at, box] of boxes.entries()) {
          if (scrolls[at]) box.tabIndex = 0;
          else box.removeAttribute("tabindex");
        }
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
    };
  }, []);
  return null;
}
