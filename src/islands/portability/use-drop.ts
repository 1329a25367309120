import { useEffect, useState } from 'preact/hooks';
import type { Chosen } from './collect.ts';
import { fromTransfer } from './dropped.ts';

const hasFiles = (transfer: DataTransfer | null): transfer is DataTransfer => transfer?.types.includes('Files') === true;

/**
 * Takes files that are dropped anywhere on the page, or pasted: a drop beside the field would make the browser leave the page and lose what was
 * typed. Tells whether files are being dragged over the page.
 */
export const useDrop = (take: (begin: (signal: AbortSignal) => Promise<Chosen>) => void): boolean => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const { dataTransfer } = event;
      if (!hasFiles(dataTransfer)) return;
      event.preventDefault();
      take((signal) => fromTransfer(dataTransfer, signal));
    };
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      if (!hasFiles(clipboardData)) return;
      event.preventDefault();
      take((signal) => fromTransfer(clipboardData, signal));
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, []);
  return isOver;
};
