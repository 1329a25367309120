/** Models the home page offers, by the task a link with nothing but the model leads to. */
export const HOME_MODELS = [
  {
    task: 'chat',
    models: ['qwen3-8b', 'qwen3-swallow-8b', 'gemma-4-12b', 'gpt-oss-20b', 'qwen3.6-27b', 'qwen3-32b', 'qwen3.6-35b-a3b', 'llama-3.3-70b', 'gpt-oss-120b'],
  },
  { task: 'image', models: ['flux.2-klein-4b', 'sdxl-1.0', 'flux.1-dev', 'qwen-image'] },
  { task: 'speech', models: ['whisper-large-v3-turbo', 'whisper-small'] },
  { task: 'embedding', models: ['bge-m3', 'ruri-v3-310m'] },
] as const;

/**
 * Kinds of Mac the home page offers. Not a budget: the price in yen is known of few configurations, and what has no price fits none.
 * Not the Mac in hand: chip and memory are two keys, and a field of a form sends one; the pages by memory stand beside the form instead.
 */
export const HOME_FORMS = ['any', 'portable', 'desk'] as const;
