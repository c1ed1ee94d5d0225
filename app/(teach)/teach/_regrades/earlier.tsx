import { Link } from "@/app/_components/link";
import { Notice } from "@/app/_components/notice";
import type { RegradeStartView } from "@/lib/services";
import { RegradeTable } from "./regrade-table";

/** What was regraded of a problem before, and what is just at work. */
export function EarlierRegrades({ start: { open, earlier, course }, home }: { start: RegradeStartView; home: string }) {
  return (
    <>
      {open && (
        <div className="mt-6">
          <Notice tone="warn">
            These answers are{" "}
            <Link href={`${home}/${open}`} className="link">
              just being compared or regraded
            </Link>
            .
          </Notice>
        </div>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier" className="mt-10">
          <h2 id="earlier" className="heading">
            Before
          </h2>
          <RegradeTable regrades={earlier} home={home} zone={course?.timeZone} />
        </section>
      )}
    </>
  );
}
