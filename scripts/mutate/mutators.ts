import ts from "typescript-js";

/** A change to one place of the source: what stands there instead, as text. */
export interface Change {
  readonly name: string;
  readonly text: string;
}

/** Changes of one kind: the changes that it knows for a place. */
type Mutator = (node: ts.Expression, source: ts.SourceFile) => readonly Change[];

const { SyntaxKind } = ts;

/** What stands for each operator instead. */
const swaps = new Map<ts.SyntaxKind, readonly string[]>([
  [SyntaxKind.PlusToken, ["-"]],
  [SyntaxKind.MinusToken, ["+"]],
  [SyntaxKind.AsteriskToken, ["/"]],
  [SyntaxKind.AsteriskAsteriskToken, ["*"]],
  [SyntaxKind.SlashToken, ["*"]],
  [SyntaxKind.PercentToken, ["*"]],
  [SyntaxKind.LessThanToken, ["<=", ">="]],
  [SyntaxKind.LessThanEqualsToken, ["<", ">"]],
  [SyntaxKind.GreaterThanToken, [">=", "<="]],
  [SyntaxKind.GreaterThanEqualsToken, [">", "<"]],
  [SyntaxKind.EqualsEqualsEqualsToken, ["!=="]],
  [SyntaxKind.ExclamationEqualsEqualsToken, ["==="]],
  [SyntaxKind.AmpersandAmpersandToken, ["||"]],
  [SyntaxKind.BarBarToken, ["&&"]],
  [SyntaxKind.QuestionQuestionToken, ["&&"]],
  [SyntaxKind.PlusEqualsToken, ["-="]],
  [SyntaxKind.MinusEqualsToken, ["+="]],
  [SyntaxKind.AsteriskEqualsToken, ["/="]],
  [SyntaxKind.SlashEqualsToken, ["*="]],
]);

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const operator: Mutator = (node, source) => {
  if (!ts.isBinaryExpression(node) || isText(node.left) || isText(node.right)) return [];
  const [left, right] = [node.left.getText(source), node.right.getText(source)];
  return (swaps.get(node.operatorToken.kind) ?? []).map((token) => ({
    name: `operator ${node.operatorToken.getText(source)} to ${token}`,
    text: `(${left}) ${token} (${right})`,
  }));
};

/** Whether a node decides which way to go. */
function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  return (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node;
}

/** Comparisons are turned round already, by another operator. */
const isComparison = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node) && /^([<>]=?|[=!]==)$/.test(node.operatorToken.getText());

const condition: Mutator = (node, source) =>
  isCondition(node) && !isComparison(node) && !ts.isPrefixUnaryExpression(node)
    ? [{ name: "condition turned round", text: `!(${node.getText(source)})` }]
    : [];

const prefix: Mutator = (node, source) => {
  if (!ts.isPrefixUnaryExpression(node)) return [];
  const { operator: token, operand } = node;
  if (token === SyntaxKind.ExclamationToken || token === SyntaxKind.MinusToken)
    return [{ name: "prefix left out", text: operand.getText(source) }];
  return [];
};

const truth: Mutator = (node) => {
  if (node.kind === SyntaxKind.TrueKeyword) return [{ name: "true to false", text: "false" }];
  return node.kind === SyntaxKind.FalseKeyword ? [{ name: "false to true", text: "true" }] : [];
};

/** Small whole numbers one larger; all others, which are mostly tolerances and limits, doubled. */
const number: Mutator = (node) => {
  if (!ts.isNumericLiteral(node)) return [];
  const value = Number(node.text);
  const other = Number.isInteger(value) && value <= 100 ? value + 1 : value * 2;
  return [{ name: "number", text: `${other}` }];
};

const lists: Mutator = (node) =>
  ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? [{ name: "empty list", text: "[]" }] : [];

/** Functions whose words are for people alone. */
const spoken = new Set(["badRecord", "complain", "invariant", "refuse"]);

function isSpoken(node: ts.Node): boolean {
  for (let up = node.parent; up && !ts.isStatement(up); up = up.parent)
    if (ts.isCallExpression(up) && spoken.has(up.expression.getText())) return true;
  return false;
}

const strings: Mutator = (node) => {
  if (!ts.isStringLiteral(node) || node.text === "" || isSpoken(node)) return [];
  const { parent } = node;
  const compared = ts.isBinaryExpression(parent) || ts.isCaseClause(parent);
  return compared ? [] : [{ name: "empty text", text: '""' }];
};

const choices = new Map<string, readonly string[]>([
  ["filter", ["() => true", "() => false"]],
  ["every", ["() => true", "() => false"]],
  ["some", ["() => true", "() => false"]],
  ["find", ["() => true", "() => false"]],
]);

const predicates: Mutator = (node, source) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.arguments.length !== 1)
    return [];
  const { expression, name } = node.expression;
  return (choices.get(name.text) ?? []).map((choice) => ({
    name: `${name.text}(${choice})`,
    text: `${expression.getText(source)}.${name.text}(${choice})`,
  }));
};

const extremes: Mutator = (node, source) => {
  if (!ts.isCallExpression(node)) return [];
  const other = new Map([
    ["Math.max", "Math.min"],
    ["Math.min", "Math.max"],
  ]).get(node.expression.getText(source));
  const given = node.arguments.map((argument) => argument.getText(source)).join(", ");
  return other ? [{ name: `to ${other}`, text: `${other}(${given})` }] : [];
};

/** A call that stands alone, for what it does, left out. */
const calls: Mutator = (node) =>
  ts.isCallExpression(node) && ts.isExpressionStatement(node.parent) ? [{ name: "call left out", text: "0" }] : [];

const mutators: readonly Mutator[] = [
  operator,
  condition,
  prefix,
  truth,
  number,
  lists,
  strings,
  predicates,
  extremes,
  calls,
];

/** All changes to one expression. */
export function changesOf(node: ts.Expression, source: ts.SourceFile): Change[] {
  return mutators.flatMap((mutator) => mutator(node, source));
}
