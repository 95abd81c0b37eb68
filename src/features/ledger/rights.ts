import { denialWords, may } from '../../domain/permission.js';
import type { Ctx } from '../../feature.js';
import { inLanguage } from '../../text/language.js';
import { words as exportWords } from './messages/export-words.js';
import { whoImports } from './messages/refusals.js';
import type { Refused } from './model.js';

/** Why somebody may not import; null: they may. */
export function mayNotEdit(ctx: Ctx): Refused | null {
  const permission = may(ctx.person, 'edit-ledger', { programId: ctx.program.id });
  if (permission.allowed) return null;
  return {
    refused: { wrong: denialWords(permission.denied, ctx.language), understood: null, instead: whoImports(ctx) },
  };
}

/** Why somebody may not export; null: they may. */
export function mayNotExport(ctx: Ctx): Refused | null {
  const permission = may(ctx.person, 'export-ledger', { programId: ctx.program.id });
  if (permission.allowed) return null;
  const instead = inLanguage(exportWords, ctx.language).noRole;
  return { refused: { wrong: denialWords(permission.denied, ctx.language), understood: null, instead } };
}
