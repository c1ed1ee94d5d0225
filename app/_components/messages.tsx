import { markRead } from "@/app/_actions/messages";
import type { Viewer } from "@/lib/auth";
import { listMessages } from "@/lib/services";
import { ActionForm } from "./action-form";
import { Link } from "./link";
import { Moment } from "./moment";
import { SubmitButton } from "./submit-button";

/** What the viewer should know and has not put away yet; nothing where there is nothing. */
export async function Messages({ viewer }: { viewer: Viewer }) {
  const messages = await listMessages(viewer);
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="messages" className="border-l-3 border-accent bg-accent-wash px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="messages" className="eyebrow">
          {messages.length === 1 ? "A message for you" : `${messages.length} messages for you`}
        </h2>
        {messages.length > 1 && <PutAway label="Put all away" />}
      </div>
      <ul className="mt-1 divide-y divide-line">
        {messages.map(({ id, text, link, createdAt }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 max-w-[65ch]">
              <p>{text}</p>
              <p className="hint mt-1">
                <Moment date={createdAt} />
                {link && (
                  <>
                    {" · "}
                    <Link href={link} className="link">
                      Have a look
                    </Link>
                  </>
                )}
              </p>
            </div>
            <PutAway messageId={id} label="Put away" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PutAway({ messageId = "", label }: { messageId?: string; label: string }) {
  return (
    <ActionForm action={markRead} fields={{ messageId }}>
      <SubmitButton main={false}>{label}</SubmitButton>
    </ActionForm>
  );
}
