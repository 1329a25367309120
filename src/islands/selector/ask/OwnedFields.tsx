import type { OwnedMac } from '../../../selector/selection.ts';
import { say } from '../text.ts';
import { chipLabel } from './chip-label.ts';
import type { AskPart } from './part.ts';
import { PasteMac } from './PasteMac.tsx';
import { groupBy, SelectField } from './SelectField.tsx';

interface Props extends AskPart {
  owned: OwnedMac;
}

/** The size nearest to the wanted one among those a chip comes with; of two the smaller. */
export const nearestSize = (sizes: readonly number[], wanted: number): number =>
  sizes.reduce((best, size) => (Math.abs(size - wanted) < Math.abs(best - wanted) ? size : best), sizes[0] ?? wanted);

/** Chip and memory of the Mac in hand, chosen or read from a pasted text. */
export const OwnedFields = ({ data, catalog, text, later, set, owned }: Props) => {
  const chip = data.chips.find(({ id }) => id === owned.chip);
  const sizes = chip?.memoryOptionsGB ?? [owned.memoryGB];
  return (
    <>
      <div class="ask-row ask-row-chip">
        <SelectField
          id="ask-chip"
          name="chip"
          label={say(text, 'ask.chip')}
          value={owned.chip}
          groups={groupBy(
            data.chips,
            ({ family }) => family,
            (one) => ({ value: one.id, label: chipLabel(one, data.chips, text) }),
          )}
          onChange={(id) => {
            const sizesOf = data.chips.find((one) => one.id === id)?.memoryOptionsGB ?? [];
            set({ owned: { chip: id, memoryGB: nearestSize(sizesOf, owned.memoryGB) } });
          }}
        />
        <SelectField
          id="ask-mem"
          name="mem"
          label={say(text, 'ask.mem')}
          value={String(owned.memoryGB)}
          groups={[{ label: null, options: sizes.map((size) => ({ value: String(size), label: `${size}GB` })) }]}
          onChange={(size) => set({ owned: { ...owned, memoryGB: Number(size) } })}
        />
      </div>
      <PasteMac data={data} catalog={catalog} text={text} later={later} onApply={(read) => set({ owned: read })} />
    </>
  );
};
