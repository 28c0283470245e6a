import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const pine: MantineColorsTuple = [
  "#edf5f2",
  "#dbeae5",
  "#b9d5cc",
  "#93bfb2",
  "#73ac9c",
  "#569582",
  "#3f7c6b",
  "#2f6658",
  "#245146",
  "#173a32",
];

const clay: MantineColorsTuple = [
  "#fdf0ec",
  "#f8ddd5",
  "#efbbac",
  "#e69780",
  "#de7a5d",
  "#cf6548",
  "#b45038",
  "#98412c",
  "#7b3424",
  "#5c261a",
];

/** Neutrals of day: stone rather than steel. */
const gray: MantineColorsTuple = [
  "#faf6f0",
  "#f3ebdf",
  "#eae0d1",
  "#dccfbc",
  "#c6b8a4",
  "#a59886",
  "#7c7264",
  "#5f584d",
  "#453f37",
  "#2e2a25",
];

/** Neutrals of night: a green-grey, so that dark surfaces stay warm beside the apricot. */
const dark: MantineColorsTuple = [
  "#ede8df",
  "#d3d0c8",
  "#a9aea8",
  "#7f8883",
  "#4a5853",
  "#35433f",
  "#25332f",
  "#1b2725",
  "#141e1d",
  "#0e1615",
];

/** The look: paper and pine by day, a lamp in a window by night. */
export const theme = createTheme({
  colors: { pine, clay, gray, dark },
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Nunito Variable', 'Segoe UI', system-ui, sans-serif",
  headings: {
    fontFamily: "'Fraunces Variable', Georgia, serif",
    fontWeight: "480",
  },
  defaultRadius: "md",
  radius: { xs: "6px", sm: "10px", md: "14px", lg: "20px", xl: "28px" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { radius: "xl" } },
    ActionIcon: { defaultProps: { variant: "subtle", radius: "xl" } },
    Modal: { defaultProps: { centered: true, radius: "lg", padding: "lg" } },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } },
  },
});

/** Points Mantine's own colours at the site's tokens (see tokens.css). */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--oe-paper)",
    "--mantine-color-text": "var(--oe-ink)",
    "--mantine-color-dimmed": "var(--oe-ink-soft)",
    "--mantine-color-placeholder": "var(--oe-ink-faint)",
    "--mantine-color-default": "var(--oe-raised)",
    "--mantine-color-default-hover": "var(--oe-hover)",
    "--mantine-color-default-color": "var(--oe-ink)",
    "--mantine-color-default-border": "var(--oe-line-strong)",
    "--mantine-color-error": "var(--oe-alarm)",
    "--mantine-color-anchor": "var(--oe-accent)",
    "--mantine-color-pine-light": "var(--oe-accent-tint)",
    "--mantine-color-pine-light-hover": "var(--oe-accent-tint-hover)",
    "--mantine-color-pine-light-color": "var(--oe-accent)",
    "--mantine-color-pine-text": "var(--oe-accent)",
    "--mantine-color-pine-outline": "var(--oe-accent)",
    "--mantine-color-clay-light-color": "var(--oe-alarm)",
    "--mantine-color-clay-light-hover": "var(--oe-warm-tint)",
    "--mantine-color-gray-light-color": "var(--oe-ink-soft)",
    "--mantine-color-gray-light-hover": "var(--oe-hover)",
  };
  return { variables: {}, light: shared, dark: shared };
};
