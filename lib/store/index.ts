import "server-only";

export { isId, storable } from "../base";
export { log } from "../observe";
export { type ActCode, acts, type Facts } from "./acts";
export { alone } from "./alone";
export { type Act, recordAct } from "./audit-log";
export {
  closeDatabase,
  type Database,
  database,
  inTransaction,
  isDuplicate,
  pool,
  sessions,
  type Transaction,
} from "./database";
export { erasePeople } from "./erase";
export { faultOf } from "./fault";
export { Prisma } from "./generated/client";
export { databaseAway, migrationsMissing } from "./history";
export { type Counted, type Limit, type LimitName, limits } from "./limits";
export { giveRoomsBack, type Room, spend, takeRoom, takeRooms, waitFor } from "./rate-limit";
export { checkSettings, countSetting, isDemo, setting } from "./settings";
export { inStatements, type Statements } from "./statements";
