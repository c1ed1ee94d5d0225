"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once scripts run, so that nothing is offered that does not work without them. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
