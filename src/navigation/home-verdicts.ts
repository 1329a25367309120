/** What a Mac does well and badly, each with the article that says why. Words: `home.<kind>.<id>` and `….why` in content/ui. */
export const HOME_VERDICTS = {
  suited: [
    { id: 'llm', path: '/local-llm/' },
    { id: 'image', path: '/image-generation/' },
    { id: 'speech', path: '/speech-to-text/' },
    { id: 'lora', path: '/lora/' },
    { id: 'apps', path: '/apps-and-tools/' },
  ],
  unsuited: [
    { id: 'llm-training', path: '/llm-training/' },
    { id: 'image-training', path: '/image-model-training/' },
    { id: 'cuda', path: '/cuda-research/' },
    { id: 'clusters', path: '/cloud-gpus/' },
  ],
} as const;
