/** A question that cannot be answered: what is wrong, in which field, and what may have been meant. */
export class QuestionError extends Error {
  readonly field: string;
  readonly near: readonly string[];

  constructor(field: string, message: string, near: readonly string[] = []) {
    super(near.length === 0 ? `${field}: ${message}` : `${field}: ${message}; near: ${near.join(', ')}`);
    this.field = field;
    this.near = near;
  }
}
