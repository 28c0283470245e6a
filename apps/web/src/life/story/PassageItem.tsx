import { ActionIcon } from "@mantine/core";
import { excerpt, type Passage } from "@openempathic/experiences";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../session/use-session.ts";
import { useLifeTexts } from "../use-life-texts.ts";
import { PassageForm } from "./PassageForm.tsx";
import story from "./Story.module.css";

/** How much of a passage its buttons are named by. */
const NAME_LETTERS = 40;

/** One passage of the book, to be read, changed and forgotten. */
export function PassageItem({
  passage,
  onForget,
}: {
  readonly passage: Passage;
  readonly onForget: () => void;
}) {
  const { t } = useLifeTexts();
  const { store } = useSession();
  const [isChanging, setChanging] = useState(false);
  const { passageId, text, chapter } = passage;
  const name = excerpt(text, NAME_LETTERS);
  if (isChanging)
    return (
      <PassageForm
        chapter={chapter}
        text={text}
        submit={t("save")}
        onCancel={() => setChanging(false)}
        onSave={(words) => {
          if (words.text !== text || words.chapter !== chapter)
            void store.send({ kind: "life-edited", passageId, ...words });
          setChanging(false);
        }}
      />
    );
  return (
    <div className={story.passage}>
      <p>{text}</p>
      <div className={story.actions} data-no-print>
        <ActionIcon
          color="gray"
          size={36}
          aria-label={t("story.edit", { text: name })}
          onClick={() => setChanging(true)}
        >
          <IconPencil size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon color="gray" size={36} aria-label={t("story.forget", { text: name })} onClick={onForget}>
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </div>
    </div>
  );
}
