/** Fetched when an answer is given: the judge's word lists are larger than the page that needs them. */
export { judgeCare } from "@openempathic/experiences/council";
