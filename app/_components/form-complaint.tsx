/** What kept a button from doing its work, under the button. */
export function FormComplaint({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p role="alert" className="mt-1.5 text-[0.875rem] text-bad">
      {text}
    </p>
  );
}
