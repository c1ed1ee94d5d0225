export { type Arrival, creditOf, isTaken, type LateStep, type Terms, worthAt } from "./credit";
export { type Cell, pointsOf, type Total, totalOf } from "./score";
export { type ItemStatistics, itemStatistics, mean, type Work } from "./statistics";
export { type Worth, worthOverTime } from "./timeline";
export { type Extension, type Moment, type Phase, phaseAt, type Times, timesFor } from "./times";
export { type LocalTime, type LocalTimeError, localTimeOf, momentOf } from "./zones";
