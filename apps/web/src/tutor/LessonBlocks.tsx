import { lessonBlocks } from "@openempathic/experiences/tutor";
import type { LessonBlock, LessonWords } from "@openempathic/experiences/tutor";
import classes from "./Tutor.module.css";

/** A lesson or a task as it is drawn: text is text, and the drawings say in words what they show. */
export function LessonBlocks({ markdown }: { readonly markdown: string }) {
  return lessonBlocks(markdown).map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { readonly block: LessonBlock }) {
  switch (block.kind) {
    case "heading":
      return (
        <h3>
          <Words words={block.words} />
        </h3>
      );
    case "paragraph":
      return (
        <p className={classes.block}>
          <Words words={block.words} />
        </p>
      );
    case "list": {
      const items = block.items.map((words, index) => (
        <li key={index}>
          <Words words={words} />
        </li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "bars":
      return <Bars from={block.from} bars={block.bars} />;
    case "strip":
      return (
        <div className={classes.strip} role="img" aria-label={`${block.filled}/${block.parts}`}>
          {Array.from({ length: block.parts }, (_, index) => (
            <span key={index} data-filled={index < block.filled || undefined} />
          ))}
        </div>
      );
  }
}

function Words({ words }: { readonly words: readonly LessonWords[] }) {
  return words.map(({ text, manner }, index) => {
    if (manner === "strong") return <strong key={index}>{text}</strong>;
    if (manner === "emphasis") return <em key={index}>{text}</em>;
    return manner === "code" ? <code key={index}>{text}</code> : <span key={index}>{text}</span>;
  });
}

/** Bars as long as their values over where the axis begins, with the numbers beside them. */
function Bars({ from, bars }: Omit<Extract<LessonBlock, { readonly kind: "bars" }>, "kind">) {
  const longest = Math.max(...bars.map(({ value }) => value - from), 1e-9);
  return (
    <div className={classes.blockBars}>
      {bars.map(({ label, value }) => (
        <div key={label}>
          <span>
            {label}: <strong>{value}</strong>
          </span>
          <span aria-hidden="true">
            <span style={{ width: `${(100 * Math.max(0, value - from)) / longest}%` }} />
          </span>
        </div>
      ))}
      <small className={classes.soft}>
        {from} → {from + longest}
      </small>
    </div>
  );
}
