import "server-only";

export { log } from "../observe";
export { alone } from "./alone";
export { closeDatabase, type Database, database, inTransaction, isDuplicate, pool, type Transaction } from "./database";
export { erasePeople } from "./erase";
export { type Fault, faultOf } from "./fault";
export { Prisma } from "./generated/client";
export { databaseAway, migrationsMissing } from "./history";
export { type Counted, type Limit, type LimitName, limits } from "./limits";
export { giveRoomsBack, type Room, takeRoom, takeRooms, useUp, waitFor } from "./rate-limit";
export { checkSettings, countSetting, isDemo, setting } from "./settings";
export { isId, storable } from "./storable";
