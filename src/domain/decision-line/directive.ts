import type { Doer } from './doer.js';
import type { DueBy } from './due-by.js';

const ACTS =
  /落实|完成|拿出|提出|提交|报送|上报|书面报告|报一次|报项目办|报批|办结|办理|解决|协调|明确|形成|组织|推进|开工|签订|签约|签合同|进场|拨付|到位|核实|整改|出具|取得|摸清|清退|迁移|发放|印发|争取|对接|召集|会商|审查|清点|招用|招工|通电|抓紧|审批|组卷|预审|deliver|secure|release|settle|submit|complete|finish|provide|report|start|sign/;
/** What is asked, told of, or only thought: no decision. */
const TALK =
  /[?？]|[吗呢吧么]\s*[。.!！]?$|估计|够呛|悬|听说|据说|据悉|(?<!解|传)说(?!明|服)|回复|答应|承诺|保证|建议|要不|是不是|是否|能不能|能否|可以考虑|如果|要是|万一|怎么|为什么|原定|原计划|本来|休假|请假|出差|没问题|可以出|^(?:我|咱)|我们|我这边|你们|您|他们说|\b(?:i|we|they|you)\b/;
const OVER = /已经|已于|已(?=[\p{Script=Han}])|昨[天日晚]|刚|了\s*[。.!！]?$|没(?:有)?(?:完成|批|办|到)/u;
const DEMANDED = /(?<!会议|现)要求/;

/**
 * Whether what somebody says in a review's thread decides something: somebody is told to do something by a day. Talk of what
 * was or may be is none, whoever and whichever day it names.
 */
export function isDirective(plain: string, doer: Doer, due: DueBy): boolean {
  if (TALK.test(plain) || OVER.test(plain) || DEMANDED.test(plain) || !ACTS.test(plain)) return false;
  if (doer.charged === 'leads') return due.day !== null || due.marked || due.said !== null;
  if (doer.ids.length === 0) return false;
  return due.marked && (due.day !== null || due.said !== null);
}
