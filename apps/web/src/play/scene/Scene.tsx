import { expressionOf, guestOf, GUESTS } from "@openempathic/experiences/play";
import type { Guest, TeaNight } from "@openempathic/experiences/play";
import { useTranslation } from "react-i18next";
import { Face } from "./Face.tsx";
import { Room } from "./Room.tsx";
import classes from "./Scene.module.css";
import { useGuestWords } from "./use-guest-words.ts";

const SEATS: Readonly<Record<Guest, number>> = { lin: 96, bruno: 258, pim: 414 };

/** The tea house with its guests: faces drawn from what they feel, and the same in words below. */
export function Scene({ night, tension }: { readonly night: TeaNight; readonly tension: number }) {
  const { t } = useTranslation("play");
  const wordsFor = useGuestWords();
  const host = night.phase === "over" ? undefined : guestOf(night);
  const isGone = night.phase === "over";
  return (
    <section className={classes.scene} aria-label={t("scene.label")}>
      <div className={classes.picture}>
        <svg viewBox="0 0 560 290" aria-hidden="true">
          <Room tension={isGone ? 0 : tension} isOver={isGone} />
          {GUESTS.map((guest) => {
            const character = night.cast[guest];
            return character === undefined ? null : (
              <Seated key={guest} guest={guest} x={SEATS[guest]}>
                <Face guest={guest} pad={expressionOf(character).pad} />
              </Seated>
            );
          })}
          <path className={classes.table} d="M30 262 h500 q10 0 10 10 v28 h-520 v-28 q0 -10 10 -10Z" />
          {night.cups.map((cup, index) => (
            <CupOnTable
              key={index}
              x={SEATS[cup.guest] + 14 + (index > 2 ? 30 : 0)}
              isFine={cup.quality >= 0.8}
            />
          ))}
        </svg>
      </div>
      <ul className={classes.guests}>
        {GUESTS.map((guest) => {
          const character = night.cast[guest];
          return (
            <li key={guest} data-host={guest === host || undefined}>
              <strong>{t(`guests.${guest}`)}</strong>
              <span>{character === undefined ? "" : wordsFor(character)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Seated(props: { readonly guest: Guest; readonly x: number; readonly children: React.ReactNode }) {
  const { guest, x, children } = props;
  const size = guest === "pim" ? 1.05 : 1.25;
  const y = guest === "pim" ? 156 : guest === "bruno" ? 112 : 124;
  return (
    <g>
      <path
        className={classes.coat}
        data-guest={guest}
        d={`M${String(x - 46)} 270 q4 -${guest === "pim" ? "50" : "66"} 46 -${guest === "pim" ? "54" : "70"} q42 4 46 ${guest === "pim" ? "54" : "70"}Z`}
        transform={`translate(0 ${guest === "pim" ? "8" : "2"})`}
      />
      <g transform={`translate(${String(x - 50 * size)} ${String(y - 20)}) scale(${String(size)})`}>
        {children}
      </g>
    </g>
  );
}

function CupOnTable({ x, isFine }: { readonly x: number; readonly isFine: boolean }) {
  return (
    <g transform={`translate(${String(x)} 250)`}>
      <path className={classes.cup} d="M0 0 h24 q0 16 -8 18 h-8 q-8 -2 -8 -18Z M24 3 q8 0 6 6 q-2 5 -8 4" />
      {isFine && (
        <path className={classes.steam} d="M8 -4 q-4 -6 0 -11 q4 -5 0 -10 M16 -4 q-4 -6 0 -11 q4 -5 0 -10" />
      )}
    </g>
  );
}
