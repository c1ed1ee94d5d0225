import "server-only";

export { alone } from "./alone";
export { closeDatabase, type Database, database, inTransaction, isDuplicate, pool, type Transaction } from "./database";
export { erasePeople } from "./erase";
export { Prisma } from "./generated/client";
export { log } from "./log";
export { giveRoomBack, type Limit, type Room, takeRoom } from "./rate-limit";
export { checkSettings, isDemo, setting } from "./settings";
export { isId, storable } from "./storable";
