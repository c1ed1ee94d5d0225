"use client";

import { useCallback, useEffect } from "react";

/** True where pages that the browser goes back to were made before the last answer. */
let stale = false;

/**
 * Going back shows a page as it was left. After an answer that is no longer true, so the first step back asks for it anew.
 *
 * @returns says that an answer has changed what other pages show
 */
export function useFreshBack(refresh: () => void): () => void {
  useEffect(() => {
    const onBack = () => {
      if (!stale) return;
      stale = false;
      refresh();
    };
    addEventListener("popstate", onBack);
    return () => removeEventListener("popstate", onBack);
  }, [refresh]);
  return useCallback(() => {
    stale = true;
  }, []);
}
