import { fail, ok, type Result } from "../../../base";
import { storable } from "../../../store";

/** The largest roster that is read, in bytes; ten thousand rows of a school's export are about half of it. */
export const largestRoster = 2_000_000;

/** The text of a file, whatever program wrote it: UTF-8, UTF-16 with its mark, or else Latin letters of Windows. */
export function decodeRoster(bytes: Uint8Array): Result<string, string> {
  if (bytes.length > largestRoster)
    return fail("This file is larger than 2 MB. A roster of ten thousand rows is smaller.");
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return fail("This is a spreadsheet's own file. Save it as CSV in the spreadsheet and choose that.");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return fail("This is a PDF. Export the roster as CSV instead.");
  const text = textOf(bytes);
  if (text.includes("\0")) return fail("This is not a text file. Export the roster as CSV.");
  return ok(tidy(text));
}

/** A roster that was pasted. */
export function tidyRoster(pasted: string): Result<string, string> {
  if (Buffer.byteLength(pasted) > largestRoster) return fail("This list is longer than 2 MB.");
  return ok(tidy(pasted));
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** One kind of line end, and no marks that nobody sees. */
function tidy(text: string): string {
  return storable(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\uFEFF\u200B-\u200D\u2060]/g, "")
    .replaceAll("\u00A0", " ");
}
