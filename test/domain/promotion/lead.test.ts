import { describe, expect, it } from 'vitest';
import { investorKey, nearInvestors } from '../../../src/domain/promotion/investor.js';
import {
  answerBy,
  decideLead,
  FRESH_LEAD,
  judgeBy,
  LEAD_CLOCKS,
  type LeadEvent,
  type LeadState,
  readLeadLine,
  signedProjectName,
} from '../../../src/domain/promotion/lead.js';
import fc from '../../support/properties.js';
import { day } from '../given.js';
import { calendar } from '../obstacle-given.js';

const reportedOn = day('2020-06-15');
const moved = (event: LeadEvent, state: LeadState = FRESH_LEAD, on = '2020-06-18'): LeadState => {
  const decided = decideLead(state, event, day(on));
  if ('refused' in decided) throw new Error(decided.refused);
  return decided.state;
};

describe('a lead', () => {
  it('of Mon 15 June is judged by the 18th and answered by the 22nd, then every two weeks', () => {
    const fresh = { ...FRESH_LEAD, reportedOn };
    expect(judgeBy(fresh, LEAD_CLOCKS, calendar)).toBe('2020-06-18');
    expect(answerBy(fresh, LEAD_CLOCKS)).toBe('2020-06-22');
    const answered = { ...moved({ do: 'answer' }, moved({ do: 'pursue' }), '2020-06-20'), reportedOn };
    expect(judgeBy(answered, LEAD_CLOCKS, calendar)).toBeNull();
    expect(answerBy(answered, LEAD_CLOCKS)).toBe('2020-07-04');
    expect(answerBy({ ...moved({ do: 'drop', reason: '用地太大' }), reportedOn }, LEAD_CLOCKS)).toBeNull();
  });

  it('is pursued, dropped with a reason, taken up again, signed once it is pursued, and then at its end', () => {
    expect(decideLead(FRESH_LEAD, { do: 'sign' }, reportedOn)).toEqual({ refused: 'not-pursued' });
    expect(decideLead(FRESH_LEAD, { do: 'drop', reason: ' ' }, reportedOn)).toEqual({ refused: 'reason-missing' });
    const dropped = moved({ do: 'drop', reason: '能耗高' });
    expect(decideLead(dropped, { do: 'answer' }, reportedOn)).toEqual({ refused: 'dropped' });
    const pursued = moved({ do: 'pursue' }, dropped);
    expect(pursued).toMatchObject({ standing: 'pursued', dropReason: null, version: 3 });
    expect(decideLead(pursued, { do: 'pursue' }, reportedOn)).toEqual({ refused: 'judged' });
    expect(decideLead(pursued, { do: 'unsign' }, reportedOn)).toEqual({ refused: 'not-signed' });
    const signed = moved({ do: 'sign' }, pursued);
    for (const event of [{ do: 'pursue' }, { do: 'answer' }, { do: 'sign' }] as const)
      expect(decideLead(signed, event, reportedOn)).toEqual({ refused: 'signed' });
    // Signed by mistake: it is in hand again.
    expect(moved({ do: 'unsign' }, signed)).toEqual({ ...pursued, version: signed.version + 1 });
  });

  it.each([
    ['苏州精工 装备制造 要土地60亩、蒸汽', '苏州精工', '装备制造', '土地60亩、蒸汽'],
    ['苏州精工（装备制造），需要：蒸汽', '苏州精工', '装备制造', '蒸汽'],
    ['苏州精工有限公司', '苏州精工有限公司', null, null],
    ['Bosch Rexroth Ltd, hydraulics, wants 60 mu and steam', 'Bosch Rexroth Ltd', 'hydraulics', '60 mu and steam'],
  ])('%s', (text, investor, field, wants) => {
    expect(readLeadLine(text)).toEqual({ lead: { investor, field, wants: wants?.normalize('NFKC') ?? null } });
  });

  it('without an investor is no lead', () => {
    for (const text of ['', '要土地60亩', '，。']) expect(readLeadLine(text)).toEqual({ fault: 'investor' });
    expect(readLeadLine('精'.repeat(301))).toEqual({ fault: 'too-long' });
  });

  it('becomes a project of the ledger by a name that is read', () => {
    expect(signedProjectName({ investor: '苏州精工', field: '装备制造' })).toBe('苏州精工装备制造项目');
    expect(signedProjectName({ investor: 'Bosch Rexroth', field: null })).toBe('Bosch Rexroth project');
    expect(signedProjectName({ investor: 'Bosch', field: '液压' })).toBe('Bosch液压项目');
  });
});

describe('an investor', () => {
  it('is the same in other letters and with another form of its firm', () => {
    const same = [
      '苏州精工',
      '苏州精工有限公司',
      '苏州精工集团有限责任公司',
      '苏州 精工股份有限公司',
      '苏州精工（集团）',
    ];
    expect(new Set(same.map(investorKey)).size).toBe(1);
    expect(investorKey('Bosch Co., Ltd.')).toBe(investorKey('BOSCH'));
    expect(investorKey('苏州精工')).not.toBe(investorKey('苏州精密'));
  });

  it('of a near name is asked about, and never taken for the other', () => {
    const leads = ['苏州精工', '无锡热处理'].map((name) => ({ investorKey: investorKey(name) }));
    const near = (name: string) => nearInvestors(investorKey(name), leads).map((lead) => lead.investorKey);
    expect(near('苏州精公')).toEqual(['苏州精工']);
    expect(near('精工')).toEqual(['苏州精工']);
    expect(near('苏州精工')).toEqual([]);
    expect(near('上海化工')).toEqual([]);
  });

  it('has a key that is a key again, and never none for a name that is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(investorKey(investorKey(name))).toBe(investorKey(name));
      }),
    );
    expect(investorKey('集团')).toBe('集团');
  });
});
