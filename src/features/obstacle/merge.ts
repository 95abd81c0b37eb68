import { ended, mergeFault, mergeFields } from './messages/withdrawn.js';
import { mayOn } from './rights.js';
import { formVerb } from './verb.js';

/** 并入: it says the same as another one of its project, which goes on for both. `into` 0: any. */
export const merge = formVerb<{ readonly into: number }>('merge', {
  right: 'work-obstacle',
  others: async (ctx, { id, projectId }) =>
    (await ctx.store.obstacles.openOf(ctx.program.id, projectId)).filter(
      (each) => each.id !== id && mayOn(ctx, 'see-obstacle', each),
    ),
  fields: (ctx, _seen, _context, others) => mergeFields(ctx, others),
  imagined: () => ({ into: 0 }),
  read: (ctx, { into }) => (into === null ? { errors: mergeFault(ctx) } : { into }),
  async event({ by, program, obstacle, reads }, { into: id }) {
    const into = id === 0 ? null : await reads.obstacles.byId(program.id, id);
    const fits = into !== null && into.id !== obstacle.id && into.projectId === obstacle.projectId;
    const same = id !== 0 && !(fits && into.state.standing !== 'closed');
    return { do: 'merge', by, into: into?.number ?? 0, same };
  },
  said: ended,
});
