import ts from "typescript-js";
import { changesOf } from "./mutators";

/** One change to one place of the product. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A source with all its mutants behind a switch: `$on(17) ? a <= b : a < b`. */
export interface Mutated {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

const header = (switchFile: string): string =>
  `import { on as $on, emptied as $emptied } from ${JSON.stringify(switchFile)};`;

/** Where an expression stands that cannot be exchanged: it is a name, a type, or the goal of an assignment. */
function isFixed(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return true;
  if (ts.isExportDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node && !ts.isComputedPropertyName(node)) return true;
  const assigned = ts.isBinaryExpression(parent) && parent.left === node;
  return assigned && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** A memory of the whole file: what one mutant leaves in it must not reach the next. */
function isMemory(node: ts.Node): node is ts.NewExpression {
  if (!ts.isNewExpression(node) || (node.arguments?.length ?? 0) > 0) return false;
  const list = node.parent.parent;
  return (
    node.expression.getText() === "Map" && ts.isVariableDeclarationList(list) && ts.isSourceFile(list.parent.parent)
  );
}

/** Returns at once from a function that does something and gives nothing back. */
function isProcedure(node: ts.Node): node is ts.Block {
  return ts.isBlock(node) && ts.isFunctionLike(node.parent) && node.parent.type?.kind === ts.SyntaxKind.VoidKeyword;
}

/** Puts all mutants of a source behind a switch; the first gets the number `first`. */
export function mutate(file: string, text: string, first: number, switchFile: string): Mutated {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const mutants: Mutant[] = [];

  const add = (node: ts.Node, name: string, to: string): number => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    mutants.push({ file, line: line + 1, column: character + 1, name, from: node.getText(source), to });
    return first + mutants.length - 1;
  };

  /** The text of a node with the mutants of everything inside it. */
  const inside = (node: ts.Node): string => {
    let [out, at] = ["", node.getFullStart()];
    ts.forEachChild(node, (child) => {
      out += text.slice(at, child.getFullStart()) + written(child);
      at = child.end;
    });
    return out + text.slice(at, node.end);
  };

  const written = (node: ts.Node): string => {
    if (isFixed(node))
      return ts.isExpression(node) && !ts.isLiteralExpression(node) ? inside(node) : node.getFullText(source);
    const space = text.slice(node.getFullStart(), node.getStart(source));
    if (isMemory(node)) return `${space}$emptied(${node.getText(source)})`;
    if (isProcedure(node)) {
      const returned = `if ($on(${add(node, "returns at once", "{}")})) return;`;
      return inside(node).replace("{", () => `{ ${returned}`);
    }
    if (!ts.isExpression(node)) return inside(node);
    const switches = changesOf(node, source).map(({ name, text: to }) => `$on(${add(node, name, to)}) ? (${to}) : `);
    const own = inside(node);
    return switches.length === 0 ? own : `${space}(${switches.join("")}(${own.slice(space.length)}))`;
  };

  return { code: `${header(switchFile)}${inside(source)}`, mutants };
}
