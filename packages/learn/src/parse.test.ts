import { describe, expect, it } from "vitest";
import { parseEmoBank } from "./parse-emobank.ts";
import { parseGoEmotions } from "./parse-goemotions.ts";

describe("parseGoEmotions", () => {
  it("reads several labels, Windows line ends and a missing last line end", () => {
    expect(parseGoEmotions("Wow, thanks\t26,15\ta\r\n\r\nok\t27\tb")).toEqual([
      { id: "a", text: "Wow, thanks", labels: [26, 15] },
      { id: "b", text: "ok", labels: [27] },
    ]);
  });

  it("names the line that it cannot read", () => {
    expect(() => parseGoEmotions("fine\t1\ta\nbroken line")).toThrow("1 fields in line 2");
    expect(() => parseGoEmotions("fine\t28\ta")).toThrow('got "28" in line 1');
    expect(() => parseGoEmotions("fine\tjoy\ta")).toThrow(RangeError);
  });
});

describe("parseEmoBank", () => {
  it("reads quoted fields with commas, doubled quotes and line breaks", () => {
    const csv =
      'id,split,V,A,D,text\r\nx,train,3.0,2.5,4,"She said, ""no""\nand left."\ny,train,1,1,5,plain\n';
    expect(parseEmoBank(csv)).toEqual([
      { id: "x", text: 'She said, "no"\nand left.', valence: 3, arousal: 2.5, dominance: 4 },
      { id: "y", text: "plain", valence: 1, arousal: 1, dominance: 5 },
    ]);
  });

  it("reads an empty text at the end of the file", () => {
    expect(parseEmoBank("id,split,V,A,D,text\nx,train,3,3,3,")).toHaveLength(1);
  });

  it("names the record that it cannot read", () => {
    expect(() => parseEmoBank("id,text\n")).toThrow("needs the header");
    expect(() => parseEmoBank("id,split,V,A,D,text\nx,train,3,3,3\n")).toThrow("got 5 in record 1");
    expect(() => parseEmoBank("id,split,V,A,D,text\nx,train,3,9,3,hi\n")).toThrow('got "9" in record 1');
    expect(() => parseEmoBank("id,split,V,A,D,text\nx,train,,3,3,hi\n")).toThrow('got "" in record 1');
  });
});
