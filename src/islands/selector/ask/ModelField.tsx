import { useEffect, useMemo, useState } from 'preact/hooks';
import { hasQuantization } from '../../../selector/catalog.ts';
import { KIND_OF, OWN_MODEL, type Selection } from '../../../selector/selection.ts';
import { useLater } from '../later.ts';
import { LaterPart } from '../LaterPart.tsx';
import { say } from '../text.ts';
import { ModelCombobox } from './ModelCombobox.tsx';
import type { AskPart } from './part.ts';
import { SelectField } from './SelectField.tsx';

interface Props extends AskPart {
  /** What the control shows: at once, where the rest follows. */
  chosen: string;
  onModel: (id: string) => void;
  /** A model together with the quantization that was typed beside its name. */
  onBoth: (change: Pick<Selection, 'model' | 'quant'>) => void;
}

/** The model: found by typing among the many language models, chosen from a list where there are few. */
export const ModelField = ({ selection, chosen, data, catalog, locale, text, later, set, onModel, onBoth }: Props) => {
  const kind = KIND_OF[selection.task];
  const [hasFocus, setFocus] = useState(false);
  // What people type for a model is a small dictionary of its own. It is there before the first letter; if not, names are searched.
  const { parts: search } = useLater(later, hasFocus);
  // The names are read for the first search, and kept: done here, that search is as quick as the others.
  useEffect(() => void search?.findModels('a', data.models), [search]);
  const find = useMemo(
    () => (query: string) => search?.findModels(query, data.models) ?? data.models.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
    [data, search],
  );
  const last = useMemo(() => ({ id: OWN_MODEL, name: say(text, 'ask.model.own'), family: '', japanese: false }), [text]);
  const label = say(text, 'ask.model');
  if (kind === 'llm' || kind === 'training') {
    const quantIn = (query: string) => (query === '' ? undefined : search?.findQuantizations(query, data.quantizations)[0]);
    const choose = (id: string, query: string): void => {
      const quant = quantIn(query)?.id;
      if (quant !== undefined && hasQuantization(kind, id, quant, catalog)) onBoth({ model: id, quant });
      else onModel(id);
    };
    const note = data.models.find(({ id }) => id === selection.model)?.note?.[locale];
    return (
      <>
        <ModelCombobox
          id="ask-model"
          label={label}
          hint={note ?? say(text, 'ask.model.hint')}
          models={data.models}
          find={find}
          last={last}
          noteFor={(query) => {
            const quant = quantIn(query);
            return quant && say(text, 'ask.model.with-quant', { quant: quant.label[locale] });
          }}
          value={chosen}
          text={text}
          onChange={choose}
          onFocus={() => setFocus(true)}
        />
        {selection.model === OWN_MODEL && (
          <LaterPart load={later} text={text}>
            {({ OwnModelFields, text: words }) => <OwnModelFields own={selection.own} text={words} onChange={(own) => set({ own })} />}
          </LaterPart>
        )}
      </>
    );
  }
  const few = { image: data.imageModels, speech: data.speechModels, embedding: data.embeddingModels }[kind];
  return (
    <SelectField
      id="ask-model"
      name="model"
      label={label}
      value={chosen}
      groups={[
        {
          label: null,
          options: few.map((model) => ({
            value: model.id,
            label: 'japanese' in model && model.japanese ? say(text, 'ask.model.is-japanese', { name: model.name }) : model.name,
          })),
        },
      ]}
      onChange={onModel}
    />
  );
};
