/** The part of a zod schema that is looked at here. */
export interface SchemaNode {
  readonly type: string;
  readonly description?: string | undefined;
  readonly options?: readonly unknown[];
  readonly unwrap?: () => SchemaNode;
}

/** A schema without `optional` and `nullable` around it. */
export const unwrapped = (node: SchemaNode): SchemaNode =>
  (node.type === 'optional' || node.type === 'nullable') && node.unwrap ? unwrapped(node.unwrap()) : node;
