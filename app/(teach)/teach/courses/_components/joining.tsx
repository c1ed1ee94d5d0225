import { changeJoining } from "@/app/_actions/courses";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { SubmitButton } from "@/app/_components/submit-button";
import type { JoiningView } from "@/lib/services";
import { CopyButton } from "./copy-button";
import { shownCode } from "./shown-code";

interface Props {
  courseId: string;
  joining: JoiningView;
  archived: boolean;
  /** The address of this site. */
  origin: string;
}

/** The link and the code by which people join, and what can be done about them. */
export function Joining({ courseId, joining: { code, open }, archived, origin }: Props) {
  const shown = shownCode(code);
  const link = `${origin}/join/${shown}`;
  return (
    <section aria-labelledby="joining">
      <h2 id="joining" className="heading">
        Invite
      </h2>
      {open ? (
        <>
          <p className="mt-1 max-w-[62ch] text-soft">
            Whoever has this link or code can join as a student. Send it to your class, or write the code on the board:
            it is typed at {origin.replace(/^https?:\/\//, "")}/courses/join.
          </p>
          <dl className="mt-4 space-y-3">
            <div>
              <dt className="eyebrow">Link</dt>
              <dd className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <code className="source min-w-0 break-all">{link}</code>
                <CopyButton text={link} what="link" />
              </dd>
            </div>
            <div>
              <dt className="eyebrow">Code</dt>
              <dd className="font-mono text-[1.25rem] tracking-wider">{shown}</dd>
            </div>
          </dl>
        </>
      ) : (
        <p className="mt-1 max-w-[62ch] text-soft">
          {archived ? "The course is archived: nobody can join." : "Joining is closed: the link and the code say so."}
        </p>
      )}
      {!archived && (
        <div className="mt-4 flex flex-wrap items-start gap-3">
          <ActionForm action={changeJoining} fields={{ courseId, change: open ? "close" : "open" }}>
            <SubmitButton main={false}>{open ? "Close joining" : "Open joining"}</SubmitButton>
          </ActionForm>
          <Confirm label="Replace the code…">
            <p>The old code and its link stop at once. Who has joined already stays.</p>
            <ActionForm action={changeJoining} fields={{ courseId, change: "replace" }}>
              <SubmitButton>Replace it</SubmitButton>
            </ActionForm>
          </Confirm>
        </div>
      )}
    </section>
  );
}
