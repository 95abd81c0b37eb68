/** The store cannot be opened, saved or restored, and the message says what to put right: it is told without a stack. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
