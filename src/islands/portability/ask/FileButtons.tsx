import { useEffect, useState } from 'preact/hooks';
import { fromFiles } from '../dropped.ts';
import type { Chosen } from '../collect.ts';
import type { Say } from '../text.ts';

interface Props {
  say: Say;
  isAwake: boolean;
  onChosen: (chosen: Chosen) => void;
}

interface FieldProps extends Props {
  id: string;
  label: string;
  isFolder: boolean;
}

/** A file field drawn as a button: its label. The field itself stays there for the keyboard and for readers of the screen. */
const FileField = ({ id, label, isFolder, isAwake, onChosen }: FieldProps) => (
  <span class="checker-file">
    <input
      id={id}
      class="visually-hidden"
      type="file"
      multiple
      disabled={!isAwake}
      {...(isFolder && { webkitdirectory: true })}
      onChange={({ currentTarget }) => {
        if (currentTarget.files !== null && currentTarget.files.length > 0) onChosen(fromFiles([...currentTarget.files]));
        // The same choice again is a choice.
        currentTarget.value = '';
      }}
    />
    <label for={id} class="button">
      {label}
    </label>
  </span>
);

/** Files and, where the browser can hand one over, a folder. */
export const FileButtons = (props: Props) => {
  const { say } = props;
  const [hasFolders, setHasFolders] = useState(true);
  useEffect(() => setHasFolders('webkitdirectory' in HTMLInputElement.prototype), []);
  return (
    <div class="checker-files">
      <FileField {...props} id="checker-files" label={say('files')} isFolder={false} />
      {hasFolders && <FileField {...props} id="checker-folder" label={say('folder')} isFolder />}
      <p class="checker-hint">{say('drop')}</p>
    </div>
  );
};
