import { expressionOf } from "@openempathic/experiences/play";
import type { Character, Guest, ShownEmotion } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";

/** How a guest looks, in words: the two strongest feelings, or the mood where none is strong. */
export function useGuestWords(): (character: Character) => string {
  const { t } = useTranslation("play");
  const named = (toward: string | undefined, keeper: string): string => {
    if (toward === "keeper") return keeper;
    return isGuest(toward) ? t(`guests.${toward}`) : t("whom.someone");
  };
  const words = ({ kind, toward }: ShownEmotion): string =>
    t(`feels.${kind}`, {
      whomTo: named(toward, t("whom.keeperTo")),
      whomFor: named(toward, t("whom.keeperFor")),
    });
  return (character) => {
    const { emotions, mood } = expressionOf(character);
    const said = [...new Set(emotions.map(words))].slice(0, 2);
    return said.length === 0 ? t(`mood.${mood.name}`) : said.join(", ");
  };
}

function isGuest(name: string | undefined): name is Guest {
  return name === "lin" || name === "bruno" || name === "pim";
}
