import { Link } from "./link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

/** What the place is, and its colours. */
export function SiteFooter({ theme }: { theme: Theme | undefined }) {
  return (
    <footer className="no-print mt-auto border-t border-line">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-5 text-[0.875rem] text-soft">
        <p>
          Nabla: matrix calculus, graded in both layouts.{" "}
          <Link href="/playground" className="link mr-3">
            Try any function in the playground
          </Link>{" "}
          <Link href="/courses/join" className="link mr-3">
            Join a course
          </Link>{" "}
          <Link href="/account" prefetch={false} className="link">
            Your data
          </Link>
        </p>
        <ThemeSwitch theme={theme} />
      </div>
    </footer>
  );
}
