"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "./link";

/** A link of the main menu that knows whether it is where we are. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className="flex min-h-10 items-center rounded-md px-1.75 text-[0.875rem] sm:px-2 sm:text-[0.9375rem] text-soft hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}
