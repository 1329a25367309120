import { listedQuantizations } from '../../../selector/catalog.ts';
import { KIND_OF } from '../../../selector/selection.ts';
import { BatchFields } from './BatchFields.tsx';
import { ImageFields } from './ImageFields.tsx';
import { LanguageFields } from './LanguageFields.tsx';
import { MethodField } from './MethodField.tsx';
import type { AskPart } from './part.ts';
import { QuantField } from './QuantField.tsx';

/** Everything a task depends on beside its model, and nothing else. */
export const TaskFields = (part: AskPart) => {
  const { selection, data, catalog, locale, text, set } = part;
  const kind = KIND_OF[selection.task];
  // Training keeps the published weights, but for QLoRA, which freezes quantized ones.
  const hasQuant = kind !== 'training' || selection.method === 'qlora';
  return (
    <>
      {kind === 'training' && <MethodField {...part} />}
      {hasQuant && (
        <QuantField
          quantizations={listedQuantizations(kind, selection.model, { ...catalog, quantizations: data.quantizations }, selection.quant)}
          engines={kind === 'llm' || kind === 'training'}
          value={selection.quant}
          locale={locale}
          text={text}
          onChange={(quant) => set({ quant })}
        />
      )}
      {kind === 'llm' && <LanguageFields {...part} />}
      {kind === 'image' && <ImageFields {...part} />}
      {kind === 'training' && <BatchFields of="training" {...part} />}
      {kind === 'embedding' && <BatchFields of="embedding" {...part} />}
    </>
  );
};
