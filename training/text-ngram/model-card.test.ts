import { readFileSync } from "node:fs";
import { TEXT_NGRAM_RECIPE } from "@openempathic/learn";
import { expect, it } from "vitest";
import { LICENCES, type ModelCard, modelCardPage } from "./model-card.ts";

const folder = new URL("../../models/text-ngram/", import.meta.url);
// The cast is safe: train.ts writes the file from this type.
const card = JSON.parse(readFileSync(new URL("card.json", folder), "utf8")) as ModelCard;

it("the shipped card's page says what card.json says", () => {
  expect(readFileSync(new URL("README.md", folder), "utf8")).toBe(modelCardPage(card));
});

it("the shipped weights were made by the recipe that is in the code", () => {
  expect(card.recipe).toEqual(TEXT_NGRAM_RECIPE);
});

it("the shipped card tells the licences that the code tells", () => {
  expect(card.licences).toEqual(LICENCES);
});

it("the card names both data sets and both licences", () => {
  const page = modelCardPage(card);
  for (const words of ["GoEmotions", "EmoBank", "Apache-2.0", "CC BY-SA 4.0", card.digest]) {
    expect(page).toContain(words);
  }
});
