"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";

const slot = "nabla-next-key";

interface Props {
  href: string;
  title: string;
  /** The arrow behind it, made by the server. */
  arrow: ReactNode;
}

/** The way to the next problem, also by the key N, which whoever is disturbed by it switches off. */
export function NextProblem({ href, title, arrow }: Props) {
  const [hasKey, setHasKey] = useState(false);
  const router = useRouter();

  useEffect(() => setHasKey(kept() !== "off"), []);
  useEffect(() => {
    if (!hasKey) return;
    const go = (event: KeyboardEvent) => {
      if (isPlainN(event) && !isTyping(event.target)) router.push(href);
    };
    addEventListener("keydown", go);
    return () => removeEventListener("keydown", go);
  }, [hasKey, href, router]);

  const toggle = () => {
    keep(hasKey ? "off" : "on");
    setHasKey(!hasKey);
  };
  return (
    <div className="no-print ml-auto text-end">
      <Link href={href} className="link inline-flex items-center gap-1.5" aria-keyshortcuts={hasKey ? "n" : undefined}>
        Next: {title}
        {arrow}
      </Link>
      <p className="hint hidden sm:block">
        <kbd className="kbd">N</kbd> {hasKey ? "goes there too" : "is switched off"}.{" "}
        <button type="button" onClick={toggle} className="underline underline-offset-2">
          {hasKey ? "Switch it off" : "Switch it on"}
        </button>
      </p>
    </div>
  );
}

function isPlainN({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean {
  return key.toLowerCase() === "n" && !ctrlKey && !metaKey && !altKey && !repeat;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** A browser may refuse to keep anything; then the key works until the page is left. */
function kept(): string | null {
  try {
    return localStorage.getItem(slot);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(slot, value);
  } catch {}
}
