import { lazy, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n/use-own-texts.ts";
import type { ExperienceEntry, ExperiencePage, ExperiencePageProps } from "./experience-entry.ts";
import { EXPERIENCES } from "./experiences.ts";

/** The page of an experience, fetched with its words when it is first shown. */
export function ExperiencePlace({ id, ...props }: ExperiencePageProps & { readonly id: string }) {
  const Page = PAGES.get(id);
  return Page === undefined ? null : <Page {...props} />;
}

const PAGES: ReadonlyMap<string, ComponentType<ExperiencePageProps>> = new Map(
  EXPERIENCES.flatMap(({ id, load }) => (load === undefined ? [] : [[id, lazyPage({ id, load })] as const])),
);

function lazyPage({
  id,
  load,
}: Required<Pick<ExperienceEntry, "id" | "load">>): ComponentType<ExperiencePageProps> {
  return lazy(async () => {
    const page = await load();
    return { default: withTexts(id, page) };
  });
}

function withTexts(id: string, { Page, texts }: ExperiencePage): ComponentType<ExperiencePageProps> {
  return function PageWithTexts(props) {
    const { i18n } = useTranslation();
    // Before the page's own first rendering, which needs them.
    addTexts(i18n, id, texts);
    return <Page {...props} />;
  };
}
