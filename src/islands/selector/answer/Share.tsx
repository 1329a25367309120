import { useEffect, useState } from 'preact/hooks';
import { CopyButton } from './CopyButton.tsx';
import type { Shared } from './shared.ts';

interface Props {
  /** Address of the shown case, from the root of the site */
  address: string;
  /** The answer in a sentence: what a shared link is called */
  title: string;
  /** The answer as Markdown, with the full address it comes from */
  markdown: (address: string) => Promise<string>;
  at: Shared;
}

const absolute = (address: string): string => new URL(address, location.href).href;

/** Web Share, known only in the browser. Until then, and where it is missing, the button keeps its room unseen, so that nothing moves. */
const NativeShare = ({ address, title, at: { say } }: Omit<Props, 'markdown'>) => {
  const [works, setWorks] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => setWorks(typeof navigator.share === 'function'), []);
  const share = async (): Promise<void> => {
    setFailed(false);
    try {
      await navigator.share({ title, url: absolute(address) });
    } catch (error) {
      // Whoever closes the sheet has not failed.
      setFailed(!(error instanceof Error && error.name === 'AbortError'));
    }
  };
  return (
    <span class={works ? 'answer-copy' : 'answer-copy is-absent'}>
      <button type="button" class="button" disabled={!works} onClick={() => void share()}>
        {say('share.native')}
      </button>
      <span role="status">{failed && say('share.failed')}</span>
    </span>
  );
};

/** Takes the answer along: as a link, to another application, on paper, as Markdown. */
export const Share = ({ address, title, markdown, at }: Props) => {
  const { say, awake } = at;
  return (
    <div class="answer-share needs-js" role="group" aria-label={say('share')}>
      <CopyButton content={() => absolute(address)} of={address} label={say('share.link')} at={at} />
      <CopyButton content={() => markdown(absolute(address))} of={address} label={say('share.markdown')} at={at} />
      <span class="answer-copy">
        <button type="button" class="button" disabled={!awake} onClick={() => print()}>
          {say('share.print')}
        </button>
      </span>
      <NativeShare address={address} title={title} at={at} />
    </div>
  );
};
