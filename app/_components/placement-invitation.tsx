import { Link } from "./link";

/** Leads those who have practised nothing here yet to the placement. */
export function PlacementInvitation({ className = "" }: { className?: string }) {
  return (
    <p className={`${className} text-soft`}>
      Not new to all of this?{" "}
      <Link href="/placement" className="link">
        Find out where to begin
      </Link>{" "}
      with a few questions.
    </p>
  );
}
