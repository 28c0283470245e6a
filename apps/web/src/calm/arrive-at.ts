/** Takes the focus to a new part's heading, so that a screen reader says where one is, and the page to its top. */
export function arriveAt(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  document.getElementById("main")?.parentElement?.scrollTo({ top: 0 });
}
