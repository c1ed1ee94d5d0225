import { testTopics } from "./testing/bank-tests";

testTopics((order) => order % 2 === 0);
