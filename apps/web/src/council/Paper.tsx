import type { ReactNode } from "react";
import classes from "./Council.module.css";

/**
 * The record as it would be printed. It reads the Markdown that `councilMarkdown` writes, which uses headings, lists,
 * quotations and emphasis of whole stretches, and nothing else.
 */
export function Paper({ markdown, label }: { readonly markdown: string; readonly label: string }) {
  return (
    <div className={classes.paper} role="region" tabIndex={0} aria-label={label}>
      {markdown
        .trim()
        .split(/\n{2,}/u)
        .map((block, index) => (
          <Block key={index} block={block} />
        ))}
    </div>
  );
}

function Block({ block }: { readonly block: string }) {
  const heading = /^(#{1,3}) (.*)$/su.exec(block);
  const text = heading?.[2] ?? "";
  // The page's own headings come first: the paper's stand below them.
  if (heading?.[1] === "#") return <h4 className={classes.paperTitle}>{inline(text)}</h4>;
  if (heading?.[1] === "##") return <h4>{inline(text)}</h4>;
  if (heading?.[1] === "###") return <h5>{inline(text)}</h5>;
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
