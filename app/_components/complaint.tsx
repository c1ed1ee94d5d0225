import type { FieldComplaint } from "@/lib/services";
import { MarkedSource } from "./marked-source";
import { Sentence } from "./sentence";

interface Props {
  /** For `aria-describedby` of the field. */
  id?: string;
  text: string;
  complaint?: FieldComplaint;
  /** While somebody is still typing. */
  quiet?: boolean;
}

/** What is wrong with a text and, where it is known, the place in what was typed. */
export function Complaint({ id, text, complaint, quiet }: Props) {
  if (!complaint) return null;
  const { message, start, end } = complaint;
  return (
    <div id={id} className="space-y-1">
      {start !== undefined && end !== undefined && <MarkedSource text={text} start={start} end={end} />}
      <p className={`text-[0.875rem] ${quiet ? "text-soft" : "text-bad"}`}>
        <Sentence text={message} />
      </p>
    </div>
  );
}
