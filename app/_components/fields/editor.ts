/** What can be done to the field that an expression is typed into, however it is written. */
export interface Editor {
  /** Puts something around what is selected, and the cursor between it where nothing is. */
  readonly insert: (before: string, behind: string) => void;
  readonly focus: () => void;
  /** Marks a part, where parts can be marked. */
  readonly select: (start: number, end: number) => void;
}

export interface EditorProps {
  text: string;
  onChange: (text: string) => void;
  /** What is asked for: "the gradient". */
  asked: string;
}
