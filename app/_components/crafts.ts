/** What a slip that comes back is about, as a learner reads it. */
export interface CraftWords {
  readonly title: string;
  readonly advice: string;
}

const crafts: Readonly<Record<string, CraftWords>> = {
  "craft-transposes": {
    title: "Transposes",
    advice: "Check the shape of each factor before you leave a transpose out.",
  },
  "craft-layouts": { title: "Layouts", advice: "Read which layout is asked for; the other one is the transpose." },
  "craft-shapes": { title: "Shapes", advice: "Write down the shape of the answer before you begin." },
  "craft-order": { title: "Order of factors", advice: "Matrices do not commute: keep each factor on its side." },
  "craft-products": {
    title: "Kinds of product",
    advice: "An elementwise product and a matrix product are different things.",
  },
  "craft-signs": { title: "Signs", advice: "Follow each minus sign through the derivation." },
  "craft-factors": { title: "Constant factors", advice: "Carry the constants along, and do not round them." },
  "craft-occurrences": {
    title: "Every occurrence",
    advice: "A variable that stands twice gives two summands, one for each place.",
  },
  "craft-chain": { title: "Inner derivatives", advice: "After the outer derivative comes the inner one." },
  "craft-symmetry": {
    title: "Symmetry that is not given",
    advice: "Only a matrix that is said to be symmetric is equal to its transpose.",
  },
  "craft-domains": { title: "Where the answer exists", advice: "Look for divisions by zero, logarithms and roots." },
};

/** A craft in words; one without words of its own is named as it is. */
export function craftWords(craft: string): CraftWords {
  return crafts[craft] ?? { title: craft.replace("craft-", ""), advice: "" };
}
