import type { ReactNode } from "react";
import classes from "./Council.module.css";

/**
 * The record as it would be printed. It reads the Markdown that `councilMarkdown` writes, which uses headings, lists,
 * quotations and emphasis of whole stretches, and nothing else.
 */
export function Paper(props: {
  readonly markdown: string;
  readonly label: string;
  /** Of its first heading: one below the heading of the page that it stands under. */
  readonly level: 2 | 4;
}) {
  const { markdown, label, level } = props;
  return (
    <div className={classes.paper} role="region" tabIndex={0} aria-label={label}>
      {markdown
        .trim()
        .split(/\n{2,}/u)
        .map((block, index) => (
          <Block key={index} block={block} level={level} />
        ))}
    </div>
  );
}

function Block({ block, level }: { readonly block: string; readonly level: 2 | 4 }) {
  const heading = /^(#{1,3}) (.*)$/su.exec(block);
  const text = heading?.[2] ?? "";
  const [Upper, Lower] = level === 2 ? (["h2", "h3"] as const) : (["h4", "h5"] as const);
  if (heading?.[1] === "#") return <Upper className={classes.paperTitle}>{inline(text)}</Upper>;
  if (heading?.[1] === "##") return <Upper>{inline(text)}</Upper>;
  if (heading?.[1] === "###") return <Lower>{inline(text)}</Lower>;
  const lines = block.split("\n");
  if (lines.every((line) => line.startsWith("- "))) {
    return (
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{inline(line.slice(2))}</li>
        ))}
      </ul>
    );
  }
  if (lines.every((line) => line.startsWith(">"))) {
    return <blockquote>{lines.map((line) => plainText(line.replace(/^> ?/u, ""))).join("\n")}</blockquote>;
  }
  return <p>{inline(block)}</p>;
}

/** Words with their emphasis; what a person wrote has its signs escaped, so none of it is taken for emphasis. */
function inline(text: string): ReactNode {
  return text
    .split(/((?<!\\)\*\*(?:\\.|[^\\*])+\*\*|(?<!\\)\*(?:\\.|[^\\*])+\*|`[^`]*`)/u)
    .map((part, index) => {
      if (part.startsWith("**")) return <strong key={index}>{plainText(part.slice(2, -2))}</strong>;
      if (part.startsWith("*")) return <em key={index}>{plainText(part.slice(1, -1))}</em>;
      if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
      return plainText(part);
    });
}

function plainText(text: string): string {
  return text.replace(/\\(.)/gu, "$1");
}
