/** What is about models of the visitor's own, fetched in one piece after the first view. */
export { BringOwn } from "./BringOwn";
export { OwnMenu } from "./OwnMenu";
