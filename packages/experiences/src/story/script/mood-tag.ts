/** How a mood is written in tags: the category's id in small letters, such as "sadness". */
export function moodWord(mood: string): string {
  return mood.toLowerCase();
}

/** The mood in a list of tags, each without its #, such as "mood:sadness"; `undefined` where none names one. */
export function moodIn(tags: readonly string[]): string | undefined {
  const tag = tags.find((each) => /^\s*mood\s*:/iu.test(each));
  return tag === undefined ? undefined : tag.slice(tag.indexOf(":") + 1).trim();
}
