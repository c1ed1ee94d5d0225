/** The way back into the field after an answer that was not right. */
export function TryAgain({ target }: { target: string }) {
  return (
    <a href={target} className="button">
      Try again
    </a>
  );
}
