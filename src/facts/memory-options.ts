export { memoryOptions } from '../advisor/memory-options.ts';
