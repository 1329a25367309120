import { useState } from 'preact/hooks';
import type { InputFile } from '../../../portability/types.ts';
import { LONGEST_LINK } from '../limits.ts';
import { canShare, linkTo } from '../share-link.ts';
import type { Say } from '../text.ts';

interface Props {
  markdown: () => string;
  files: readonly InputFile[];
  say: Say;
  /** Address of the page without query and fragment. */
  path: string;
}

/** A browser lets a page write only while it answers a press. An item that is promised in time may arrive later. */
const copy = (content: string | Promise<string>): Promise<void> =>
  typeof content === 'string'
    ? navigator.clipboard.writeText(content)
    : navigator.clipboard.write([new ClipboardItem({ 'text/plain': content.then((text) => new Blob([text], { type: 'text/plain' })) })]);

const download = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address only after the press is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

class TooLarge extends Error {}

/** Takes the result along: as Markdown, as a file, as a link that holds the input, on paper. */
export const Share = ({ markdown, files, say, path }: Props) => {
  const [said, setSaid] = useState('');
  const sayAfter = async (work: Promise<void>, done: string): Promise<void> => {
    setSaid('');
    try {
      await work;
      setSaid(say(done));
    } catch (error) {
      setSaid(error instanceof TooLarge ? say('share.too-large', { limit: LONGEST_LINK }) : say('share.failed'));
    }
  };
  const copyLink = (): void => {
    if (!canShare()) return setSaid(say('share.unsupported'));
    const link = linkTo(new URL(path, location.href).href, files).then((address) => {
      if (address === null) throw new TooLarge();
      return address;
    });
    // Whether it is too large must be told from what the clipboard says of a promise that failed.
    void sayAfter(
      copy(link).catch(async (error: unknown) => {
        await link;
        throw error;
      }),
      'share.copied-link',
    );
  };
  return (
    <div class="report-share" role="group" aria-label={say('share')}>
      <button type="button" class="button" onClick={() => void sayAfter(copy(markdown()), 'share.copied')}>
        {say('share.markdown')}
      </button>
      <button type="button" class="button" onClick={() => download(`${say('share.file')}.md`, markdown())}>
        {say('share.download')}
      </button>
      <button type="button" class="button" onClick={copyLink}>
        {say('share.link')}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        {say('share.print')}
      </button>
      <span role="status">{said}</span>
    </div>
  );
};
