/** Every character that a reader would see or a machine would carry as text. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [key, inner] of Object.entries(value))
    sum += typeof inner === 'string' ? (key === 'text' || key === 'alt_text' ? inner.length : 0) : textLength(inner);
  return sum;
}
