export {
  type Bank,
  type BankError,
  type BankFile,
  type BankInspection,
  describeBankError,
  inspectBank,
  type Place,
  readBank,
  topicFolder,
} from "./bank";
export {
  type ClaimRow,
  type DerivativeRow,
  type IdentityRow,
  recordOfDerivation,
  recordOfRow,
  type SlipRow,
  type Surroundings,
} from "./blocks";
export { type ProblemError, problemErrors } from "./errors";
export { unknownNames, unusedParameters } from "./fill";
export { type Drawing, fillTemplate, instantiate, rightAnswers } from "./instance";
export { largestPack, type Pack, type PackRow, readPack, writePack } from "./pack";
export {
  countVariants,
  type Drawn,
  drawParameters,
  type FieldError,
  type Parameters,
  parametersSchema,
} from "./parameters";
export {
  type ClaimsPart,
  type DefinitionPart,
  type DerivationPart,
  type FigurePart,
  type LessonPart,
  type PartsRead,
  type ProsePart,
  readParts,
} from "./parts";
export { type PublicProblem, type PublicRecord, toPublic, toPublicRecord } from "./public";
export { hasLayouts, type ProblemRecord, problemRecord } from "./record";
export {
  chooseRenaming,
  parametersOf,
  type Renaming,
  renameFormula,
  renameMarkdown,
  renameRecord,
  renameTexts,
  renamingAsDrawn,
  renamingOf,
  type Words,
} from "./rename";
export {
  type AnswerText,
  type AuthoredProblem,
  authoredProblem,
  type BankProblem,
  bankProblem,
  bankTopic,
  type ProblemInstance,
  problemInstance,
  type Source,
  type Topic,
} from "./schema";
export { type FieldPath, type LineError, readYaml, type YamlDocument } from "./yaml";
