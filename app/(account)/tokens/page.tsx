import type { Metadata } from "next";
import { endToken } from "@/app/_actions/tokens";
import { ActionForm } from "@/app/_components/action-form";
import { Confirm } from "@/app/_components/confirm";
import { Moment } from "@/app/_components/moment";
import { PageTitle } from "@/app/_components/page-title";
import { shown } from "@/app/_components/reply";
import { SubmitButton } from "@/app/_components/submit-button";
import { viewer } from "@/lib/auth";
import { listTokens, type TokenView } from "@/lib/services";
import { scopeWords } from "./_components/scope-words";
import { TokenForm } from "./_components/token-form";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const { tokens, courses } = shown(await listTokens(await viewer(), new Date()), "/tokens");
  return (
    <>
      <PageTitle
        title="API tokens"
        lead="With a token a program of yours acts for you, as far as you allow it. Whoever has the token can do the same, so treat it like a password."
      />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="new" className="min-w-0 max-w-xl">
          <h2 id="new" className="heading mb-4">
            A new token
          </h2>
          <TokenForm courses={courses} />
        </section>
        <aside aria-label="How it is used" className="min-w-0 space-y-3 text-[0.9375rem] text-soft">
          <p>Send it with every request:</p>
          <code className="source block break-all">Authorization: Bearer nabla_…</code>
          <p>
            What there is to ask for stands in{" "}
            <a href="/openapi.json" className="link">
              openapi.json
            </a>
            , below <code className="source">/api/v1</code>.
          </p>
          <p>A token reads what you may read at that moment, and 300 times a minute.</p>
        </aside>
      </div>
      <section aria-labelledby="yours" className="mt-12">
        <h2 id="yours" className="heading">
          Your tokens
        </h2>
        {tokens.length === 0 ? (
          <p className="mt-2 text-soft">You have none yet.</p>
        ) : (
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {tokens.map((token) => (
              <Token key={token.id} token={token} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Token({ token }: { token: TokenView }) {
  const { id, name, start, scopes, course, createdAt, expiresAt, lastUsedAt, state } = token;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
      <div className="min-w-0">
        <p>
          <span className="font-medium [overflow-wrap:anywhere]">{name}</span> <code className="source">{start}…</code>{" "}
          {state !== "valid" && <span className="tag">{state}</span>}
        </p>
        <p className="text-[0.9375rem] text-soft">
          May {scopes.map((scope) => scopeWords[scope]).join(", ")}
          {course !== null && `, in ${course}`}.
        </p>
        <p className="hint">
          Made <Moment date={createdAt} />, {lastUsedAt ? "last used " : "not used yet"}
          {lastUsedAt && <Moment date={lastUsedAt} />}
          {state === "valid" && expiresAt && (
            <>
              , holds until <Moment date={expiresAt} />
            </>
          )}{" "}
          (UTC)
        </p>
      </div>
      {state === "valid" && (
        <Confirm label={`Revoke ${name}…`}>
          <p>Programs that use it are turned away from the next request on. This cannot be undone.</p>
          <ActionForm action={endToken} fields={{ tokenId: id }}>
            <SubmitButton>Revoke</SubmitButton>
          </ActionForm>
        </Confirm>
      )}
    </li>
  );
}
