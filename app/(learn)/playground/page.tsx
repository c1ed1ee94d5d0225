import type { Metadata } from "next";
import type { SearchProps } from "@/app/_components/page-props";
import { PageTitle } from "@/app/_components/page-title";
import { viewer } from "@/lib/auth";
import { explore, longestFields } from "@/lib/services";
import { PlaygroundForm } from "./playground-form";
import { readPlaygroundQuery } from "./query";
import { Nothing, Refused, Results, saidOf } from "./results";

export const metadata: Metadata = { title: "Playground" };

export default async function PlaygroundPage({ searchParams }: SearchProps) {
  const input = readPlaygroundQuery(await searchParams);
  const isAsked = [input.function, input.variables, input.answer].some((text) => text.trim() !== "");
  const reply = isAsked ? await explore(await viewer(), input) : undefined;
  return (
    <>
      <PageTitle
        title="Playground"
        lead="Type any function. See its derivative's shape in both layouts, its value at a point beside central differences, and check a derivative of your own."
      />
      <PlaygroundForm start={input} longest={longestFields} said={reply?.ok ? saidOf(input, reply.value) : ""}>
        {!reply && <Nothing />}
        {reply?.ok && <Results input={input} view={reply.value} />}
        {reply && !reply.ok && <Refused message={reply.error.message} />}
      </PlaygroundForm>
    </>
  );
}
