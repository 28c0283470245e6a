/** The longest piece of text that is read at once, in UTF-16 code units; longer text is read in windows. */
export const WINDOW_UNITS = 512;

/** A piece of a text: UTF-16 offsets, end exclusive. */
export interface TextWindow {
  readonly start: number;
  readonly end: number;
}

/** So many windows are read of one text: about 16,000 characters. Of a longer text, windows evenly apart. */
const MOST_WINDOWS = 32;

/**
 * Cuts a text into windows that the model can read, at white space where there is any near the cut. Texts up to
 * {@link WINDOW_UNITS} code units are one window. Of texts longer than 32 windows, 32 evenly spread ones are read,
 * so that no length can hold the reader up.
 */
export function textWindows(text: string): readonly TextWindow[] {
  if (text.length <= WINDOW_UNITS) return [{ start: 0, end: text.length }];
  const stride = Math.max(0, (text.length - MOST_WINDOWS * WINDOW_UNITS) / MOST_WINDOWS);
  const windows: TextWindow[] = [];
  let start = 0;
  while (start < text.length && windows.length < MOST_WINDOWS) {
    const end = start + WINDOW_UNITS >= text.length ? text.length : cutBefore(text, start + WINDOW_UNITS);
    windows.push({ start, end });
    start = end + Math.floor(stride);
  }
  return windows;
}

/** The last white space within the final quarter of the window, else the cut itself, never inside a surrogate pair. */
function cutBefore(text: string, cut: number): number {
  for (let at = cut; at > cut - WINDOW_UNITS / 4; at--) {
    const unit = text.charCodeAt(at - 1);
    if (unit === 0x20 || unit === 0x0a || unit === 0x09) return at;
  }
  const before = text.charCodeAt(cut - 1);
  return before >= 0xd800 && before <= 0xdbff ? cut - 1 : cut;
}
