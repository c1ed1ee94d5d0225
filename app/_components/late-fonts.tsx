"use client";

import { useEffect } from "react";
import { rememberTaste } from "./browser-taste";
import { fontsAge, fontsCookie } from "./fonts";
import { whenIdle } from "./when-idle";

/** Asks for the fonts of text when the first page is there and rests; later pages have them from the beginning. */
export function LateFonts() {
  useEffect(() => {
    const root = document.documentElement;
    if (root.dataset.fonts !== undefined) return;
    const ask = () =>
      whenIdle(() => {
        root.dataset.fonts = "";
        void document.fonts.ready.then(remember);
      });
    if (document.readyState === "complete") ask();
    else addEventListener("load", ask, { once: true });
    return () => removeEventListener("load", ask);
  }, []);
  return null;
}

function remember(): void {
  rememberTaste(fontsCookie, "1", fontsAge);
}
