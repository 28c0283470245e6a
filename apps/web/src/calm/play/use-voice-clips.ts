import type { CalmScript } from "@openempathic/experiences/calm";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useApi } from "../../api/api-context.ts";

/** What the connected voice says, as it comes. */
export interface VoiceClips {
  readonly isConnected: boolean;
  /** The address of words as sound; resolves to `undefined` when the voice cannot say them. Itself absent without one. */
  readonly clipOf: ((text: string) => Promise<string | undefined>) | undefined;
}

/**
 * Has the words of an exercise said ahead of time by the voice that the owner connected, one after the other, so that
 * each is there when its moment comes.
 */
export function useVoiceClips({ segments }: CalmScript, on: boolean): VoiceClips {
  const api = useApi();
  const there = useQuery({ queryKey: ["voice"], queryFn: () => api.voice.isConnected(), enabled: on });
  const isConnected = on && there.data === true;
  const clips = useRef(new Map<string, Promise<string | undefined>>());
  const clipOf = useCallback(
    (text: string) => {
      const known = clips.current.get(text);
      if (known !== undefined) return known;
      const asked = api.voice.say(text).then(
        (sound) => (sound === undefined ? undefined : URL.createObjectURL(sound)),
        () => undefined,
      );
      clips.current.set(text, asked);
      return asked;
    },
    [api],
  );
  useEffect(() => {
    if (!isConnected) return undefined;
    const made = clips.current;
    const closing = { is: false };
    void (async () => {
      for (const segment of segments) {
        if (closing.is) return;
        if (segment.kind === "words") await clipOf(segment.text);
      }
    })();
    return () => {
      closing.is = true;
      for (const clip of made.values()) {
        void clip.then((url) => (url === undefined ? undefined : URL.revokeObjectURL(url)));
      }
      made.clear();
    };
  }, [isConnected, segments, clipOf]);
  return { isConnected, clipOf: isConnected ? clipOf : undefined };
}
