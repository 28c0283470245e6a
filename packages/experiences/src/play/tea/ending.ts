import { hopes } from "./choices.ts";
import { GUESTS } from "./guests.ts";
import type { TeaNight, TeaWordKey } from "./night.ts";

/**
 * How the night ends, from how the guests feel and what came out: a line for each guest, the night's name, and the
 * quiet after. No ending is a failure, and none is counted.
 */
export function endingOf(night: TeaNight): readonly TeaWordKey[] {
  return [lin(night), bruno(night), pim(night), nightName(night), "end.after"];
}

function lin(night: TeaNight): TeaWordKey {
  if (night.hasPlayed || hopes(night, "lin", "lin-ready") >= 0.65) return "end.lin.plays";
  return hopes(night, "lin", "lin-heard") >= 0.5 ? "end.lin.rests" : "end.lin.leaves";
}

function bruno(night: TeaNight): TeaWordKey {
  const needed = hopes(night, "bruno", "bruno-needed");
  if (night.leaf === "told" && needed >= 0.6) return "end.bruno.needed";
  return needed >= 0.45 || hopes(night, "bruno", "bruno-heard") >= 0.6 ? "end.bruno.eased" : "end.bruno.goes";
}

function pim(night: TeaNight): TeaWordKey {
  if (hopes(night, "pim", "pim-moss") === 1) return "end.pim.glad";
  const isContent = hopes(night, "pim", "pim-grandpa") >= 0.45 || hopes(night, "pim", "pim-moss") >= 0.55;
  return isContent ? "end.pim.fine" : "end.pim.sleepy";
}

function nightName(night: TeaNight): TeaWordKey {
  if (night.hasPlayed) return "end.night.violin";
  if (hopes(night, "pim", "pim-moss") === 1) return "end.night.snail";
  const heard = GUESTS.reduce((sum, guest) => sum + hopes(night, guest, `${guest}-heard`), 0) / GUESTS.length;
  return heard >= 0.6 ? "end.night.listening" : "end.night.rain";
}
