import { Link } from "./link";
import { Notice } from "./notice";

/** Tells a visitor what an account gives, where they see what they would otherwise lose. */
export function GuestInvitation({ returnTo }: { returnTo: "/dashboard" | "/review" }) {
  return (
    <Notice>
      <p className="max-w-[62ch]">
        You have no account. What you answer is kept for this browser alone, and comes along when you{" "}
        <Link href={`/sign-up?returnTo=${returnTo}`} className="link">
          sign up
        </Link>
        . Reviews need an account, so that they find you in a few days. Have one already?{" "}
        <Link href={`/sign-in?returnTo=${returnTo}`} className="link">
          Sign in
        </Link>
      </p>
    </Notice>
  );
}
