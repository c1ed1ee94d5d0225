export { type Bank, type BankError, type BankFile, readBank } from "./bank";
export { type PublicProblem, type PublicRecord, toPublic, toPublicRecord } from "./public";
export { type ProblemRecord, problemRecord } from "./record";
export { type BankProblem, bankProblem, bankTopic, type Topic } from "./schema";
