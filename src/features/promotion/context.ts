import { type Promotion, promotionOf } from '../../domain/promotion/policy.js';
import type { Ctx } from '../../feature.js';
import type { PromotionSeats } from '../../store/promotion.js';

/** How this program promotes, and the thing that the rules look at. */
export type Promoting = Promotion & { readonly thing: PromotionSeats & { readonly programId: number } };

/** null: promotion is not in use. */
export async function promotingIn({ store, program }: Pick<Ctx, 'store' | 'program'>): Promise<Promoting | null> {
  const promotion = promotionOf(program);
  if (promotion === null) return null;
  const seats = await store.promotion.seats(program.id, promotion);
  return { ...promotion, thing: { ...seats, programId: program.id } };
}
