import type { ComponentType } from 'preact';
import { useLater } from './later.ts';
import { say, type ToolText } from './text.ts';

interface Props<P> {
  load: () => Promise<ComponentType<P>>;
  /** What the part is given once it is there */
  props: P;
  text: ToolText;
}

/** A part of the tool that loads when it is first shown. Until then, and where it could not be had, a line says so. */
export const LaterPart = <P,>({ load, props, text }: Props<P>) => {
  const { value, failed } = useLater(async () => ({ Part: await load() }), true);
  return value === null ? <p role="status">{say(text, failed ? 'later.failed' : 'later.loading')}</p> : <value.Part {...(props as P & object)} />;
};
